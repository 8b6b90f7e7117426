package dev.prisma4j.generator.type;

import dev.prisma4j.generator.java.JavaFile;
import dev.prisma4j.generator.shape.ClientShape;
import dev.prisma4j.generator.shape.ModelShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A read of a model: what the library's {@code Find} has, and the shapes that only generated types can have. */
final class FindWriter extends TypeWriter {
    FindWriter(ClientShape client, ModelShape model) {
        super(client, model);
    }

    @Override
    JavaFile write() {
        String name = names.find();
        file.doc("A read of " + names.model() + ": which rows, in which order, and in which shape.");
        file.line("public final class " + name + " extends " + query("Find") + "<" + names.record() + ", "
                + rootFields(names) + ", " + names.unique() + ", " + name + "> {");
        file.line(name + "() {");
        file.line("super(" + names.type() + ".TYPE);");
        file.line("}");
        Slots all = Slots.ofAll(model, client.types());
        shape("Only the fields and relations that are named.", "select", names.select(), all, all.parameters());
        omit();
        if (!model.relations().isEmpty()) {
            Slots relations = Slots.ofRelations(model, client.types());
            file.gap();
            file.doc("All scalar fields, and the relations that are named.");
            file.line("public " + typeParameters(relations) + shaped(names.with(), relations.parameters()) + " include("
                    + lambda(names.include(), relations) + " relations) {");
            file.line("return shaped(relations.apply(new " + names.include() + ".Start()));");
            file.line("}");
        }
        return file.line("}");
    }

    private void shape(String doc, String method, String builder, Slots slots, List<String> result) {
        file.gap();
        file.doc(doc);
        file.line("public " + typeParameters(slots) + shaped(names.pick(), result) + " " + method + "("
                + lambda(builder, slots) + " fields) {");
        file.line("return shaped(fields.apply(new " + builder + ".Start()));");
        file.line("}");
    }

    private void omit() {
        Slots scalars = Slots.ofScalars(model, client.types());
        int others = Slots.ofAll(model, client.types()).parameters().size()
                - scalars.parameters().size();
        List<String> result = new ArrayList<>(scalars.parameters());
        if (others > 0) {
            result.addAll(Collections.nCopies(others, result("NotIncluded")));
        }
        shape("All scalar fields but those that are named.", "omit", names.omit(), scalars, result);
        if (others > 0) {
            Slots all = Slots.ofAll(model, client.types());
            Slots relations = Slots.ofRelations(model, client.types());
            file.gap();
            file.doc("All scalar fields but those that are named, and the relations that are named.");
            file.line("public " + typeParameters(all) + shaped(names.pick(), all.parameters()) + " omit("
                    + lambda(names.omit(), scalars) + " fields, " + lambda(names.include(), relations)
                    + " relations) {");
            file.line("return shaped(fields.apply(new " + names.omit() + ".Start()), relations.apply(new "
                    + names.include() + ".Start()));");
            file.line("}");
        }
    }

    private String typeParameters(Slots slots) {
        return slots.parameters().isEmpty() ? "" : angled(declared(slots)) + " ";
    }

    private String shaped(String type, List<String> arguments) {
        return query("Shaped") + "<" + names.record() + ", " + rootFields(names) + ", " + names.unique() + ", " + type
                + angled(arguments) + ">";
    }

    private String lambda(String builder, Slots slots) {
        return function() + "<" + builder + ".Start, " + builder + angled(slots.parameters()) + ">";
    }
}
