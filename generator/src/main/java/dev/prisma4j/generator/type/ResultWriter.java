package dev.prisma4j.generator.type;

import dev.prisma4j.generator.java.JavaFile;
import dev.prisma4j.generator.shape.ClientShape;
import dev.prisma4j.generator.shape.ModelShape;
import dev.prisma4j.generator.shape.RelationShape;
import dev.prisma4j.generator.shape.ScalarShape;
import java.util.List;

/** The results of inclusions and selections: a type parameter for everything that may or may not have been loaded. */
final class ResultWriter extends TypeWriter {
    private final boolean pick;

    private ResultWriter(ClientShape client, ModelShape model, boolean pick) {
        super(client, model);
        this.pick = pick;
    }

    /** {@code UserWith}: all scalars, and relations by type parameter. */
    static ResultWriter with(ClientShape client, ModelShape model) {
        return new ResultWriter(client, model, false);
    }

    /** {@code UserPick}: everything by type parameter. */
    static ResultWriter pick(ClientShape client, ModelShape model) {
        return new ResultWriter(client, model, true);
    }

    @Override
    JavaFile write() {
        Slots slots = pick ? Slots.ofAll(model, client.types()) : Slots.ofRelations(model, client.types());
        String name = pick ? names.pick() : names.with();
        file.doc(
                pick
                        ? "A row of " + names.model()
                                + " with the fields that a query selected; the others are of type "
                                + "{@code NotSelected}"
                                + (model.wide() ? ", but for scalars, which are refused when read." : ".")
                        : "A row of " + names.model()
                                + " with the relations that a query included; the others are of type "
                                + "{@code NotIncluded}.");
        file.line("public final class " + name + angled(declared(slots)) + " extends " + result("Loaded")
                + (pick ? "" : implemented(model.computed())) + " {");
        file.line(name + "(" + result("LoadedFields") + " fields, " + nullable() + " " + file.use("java.lang.Object")
                + "[] values) {");
        file.line("super(fields, values);");
        file.line("}");
        for (ScalarShape scalar : pick ? model.scalars() : model.usual()) {
            accessor(scalar, slots);
        }
        int first = pick && !model.wide() ? model.scalars().size() : 0;
        List<RelationShape> relations = model.relations();
        for (int i = 0; i < relations.size(); i++) {
            RelationShape relation = relations.get(i);
            file.gap();
            doc(relation.field(), "The relation {@code " + relation.field().name() + "}.");
            value(
                    slots.parameters().get(first + i),
                    relation.member(),
                    model.scalars().size() + relation.index());
        }
        if (!model.lists().isEmpty()) {
            file.gap();
            file.doc("The numbers of related rows.");
            value(
                    slots.parameters().get(slots.parameters().size() - 1),
                    "count",
                    model.scalars().size() + relations.size());
        }
        return file.line("}");
    }

    private void accessor(ScalarShape scalar, Slots slots) {
        file.gap();
        doc(scalar.field(), "The field {@code " + scalar.field().name() + "}.");
        if (pick && model.wide()) {
            file.line("public " + parameter(scalar) + " " + scalar.member() + "() {");
            file.line("return selected(" + scalar.index() + ");");
            file.line("}");
        } else {
            value(pick ? slots.parameters().get(scalar.index()) : parameter(scalar), scalar.member(), scalar.index());
        }
    }

    private void value(String type, String name, int index) {
        file.line("public " + type + " " + name + "() {");
        file.line("return value(" + index + ");");
        file.line("}");
    }
}
