package dev.prisma4j.generator.type;

import dev.prisma4j.generator.java.JavaFile;
import dev.prisma4j.generator.shape.ClientShape;
import dev.prisma4j.generator.shape.ModelShape;
import dev.prisma4j.generator.shape.RelationShape;
import java.util.Collections;
import java.util.List;

/** The counts of relations: the result, and the builder that names them. */
final class CountWriter extends TypeWriter {
    private final boolean builder;
    private final Slots slots;

    private CountWriter(ClientShape client, ModelShape model, boolean builder) {
        super(client, model);
        this.builder = builder;
        this.slots = Slots.ofCounts(model, client.types());
    }

    static CountWriter result(ClientShape client, ModelShape model) {
        return new CountWriter(client, model, false);
    }

    static CountWriter builder(ClientShape client, ModelShape model) {
        return new CountWriter(client, model, true);
    }

    @Override
    JavaFile write() {
        return builder ? writeBuilder() : writeResult();
    }

    private JavaFile writeResult() {
        file.doc("The numbers of related rows of a " + names.model()
                + " that a query counted; the others are of type {@code NotSelected}.");
        file.line("public final class " + names.counts() + angled(slots.parameters()) + " extends "
                + result("LoadedCounts") + " {");
        file.line(names.counts() + "(" + file.use("java.lang.Object") + "[] values) {");
        file.line("super(" + names.type() + ".TYPE, values);");
        file.line("}");
        List<RelationShape> lists = model.lists();
        for (int i = 0; i < lists.size(); i++) {
            RelationShape relation = lists.get(i);
            file.gap();
            file.doc("How many {@code " + relation.field().name() + "}.");
            file.line("public " + slots.parameters().get(i) + " " + relation.member() + "() {");
            file.line("return value(" + relation.index() + ");");
            file.line("}");
        }
        return file.line("}");
    }

    private JavaFile writeBuilder() {
        String name = names.countSelect();
        file.doc("Names the relations of " + names.model() + " whose rows a query counts.");
        file.line("public class " + name + angled(slots.parameters()) + " extends " + query("CountShape") + " {");
        file.line("private " + name + "() {");
        file.line("super(" + names.type() + ".TYPE);");
        file.line("}");
        file.gap();
        file.line("@" + file.use("java.lang.Override"));
        file.line(
                "protected " + file.use("java.lang.Object") + " wrap(" + file.use("java.lang.Object") + "[] values) {");
        file.line("return new " + names.counts() + angled(slots.parameters()) + "(values);");
        file.line("}");
        List<RelationShape> lists = model.lists();
        for (int i = 0; i < lists.size(); i++) {
            RelationShape relation = lists.get(i);
            String type = name + angled(with(slots.parameters(), i, file.use("java.lang.Long")));
            file.gap();
            file.doc("All {@code " + relation.field().name() + "}.");
            file.line("public " + type + " " + relation.member() + "() {");
            file.line("return counted(" + relation.index() + ");");
            file.line("}");
            file.gap();
            file.doc("The {@code " + relation.field().name() + "} that meet a condition.");
            file.line("public " + type + " " + relation.member() + "(" + function() + "<"
                    + rootFields(relation.target()) + ", " + expression("Condition") + "<"
                    + relation.target().record() + ">> where) {");
            file.line("return counted(" + relation.index() + ", "
                    + relation.target().type() + ".TYPE, where);");
            file.line("}");
        }
        file.gap();
        file.doc("Before anything is named.");
        file.line("public static final class Start extends " + name
                + angled(Collections.nCopies(slots.parameters().size(), result("NotSelected"))) + " {");
        file.line("Start() {}");
        file.line("}");
        return file.line("}");
    }
}
