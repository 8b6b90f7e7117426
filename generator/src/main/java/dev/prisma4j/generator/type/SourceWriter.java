package dev.prisma4j.generator.type;

import dev.prisma4j.generator.java.JavaFile;
import dev.prisma4j.generator.shape.ClientShape;
import dev.prisma4j.generator.shape.ModelShape;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes every file of a client. */
public final class SourceWriter {
    private final ClientShape client;
    private final String header;
    private final SortedMap<String, String> sources = new TreeMap<>();

    private SourceWriter(ClientShape client, String header) {
        this.client = client;
        this.header = header;
    }

    /**
     * All sources by file name.
     *
     * @param header the first line of every file, by which a later run knows what it may replace or remove
     */
    public static SortedMap<String, String> write(ClientShape client, String header) {
        SourceWriter writer = new SourceWriter(client, header);
        client.models().forEach(writer::model);
        client.enums().forEach(shape -> writer.add(shape.name(), new EnumWriter(client, shape).write()));
        ClientWriter whole = new ClientWriter(client);
        writer.add("PrismaClient", whole.client());
        writer.add("PrismaModels", whole.models());
        writer.add("PrismaTransaction", whole.transaction());
        writer.add("PrismaSchema", whole.schema());
        if (!client.queries().isEmpty()) {
            writer.add("PrismaSql", new SqlWriter(client, client.queries()).write());
        }
        SurfaceWriter surface = new SurfaceWriter(client);
        writer.add("PrismaAsync", surface.async());
        writer.add("PrismaExtension", surface.extension());
        writer.sources.put("package-info.java", whole.packageInfo(header));
        return writer.sources;
    }

    private void model(ModelShape model) {
        var names = model.names();
        add(names.record(), new RecordWriter(client, model).write());
        add(names.pick(), ResultWriter.pick(client, model).write());
        add(names.fields(), new FieldsWriter(client, model).write());
        add(names.find(), new FindWriter(client, model).write());
        add(names.select(), ShapeWriter.select(client, model).write());
        add(names.omit(), ShapeWriter.omit(client, model).write());
        if (!model.relations().isEmpty()) {
            add(names.with(), ResultWriter.with(client, model).write());
            add(names.include(), ShapeWriter.include(client, model).write());
        }
        if (!model.lists().isEmpty()) {
            add(names.counts(), CountWriter.result(client, model).write());
            add(names.countSelect(), CountWriter.builder(client, model).write());
        }
        add(names.unique(), new UniqueWriter(client, model).write());
        if (!model.model().isView()) {
            add(names.changes(), UpdateWriter.shared(client, model).write());
            add(names.update(), UpdateWriter.one(client, model).write());
            add(names.updateMany(), UpdateWriter.many(client, model).write());
            if (model.creatable()) {
                add(names.create(), new CreateWriter(client, model).write());
            }
        }
        add(names.delegate(), new DelegateWriter(client, model).write());
        add(names.type(), new ModelWriter(client, model).write());
    }

    private void add(String type, JavaFile file) {
        sources.put(type + ".java", file.text(header));
    }
}
