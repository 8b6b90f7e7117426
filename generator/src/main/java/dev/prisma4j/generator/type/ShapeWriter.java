package dev.prisma4j.generator.type;

import dev.prisma4j.generator.java.JavaFile;
import dev.prisma4j.generator.shape.ClientShape;
import dev.prisma4j.generator.shape.ModelShape;
import dev.prisma4j.generator.shape.RelationShape;
import dev.prisma4j.generator.shape.ScalarShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The builders behind {@code select}, {@code omit} and {@code include}: each method turns one type parameter. */
final class ShapeWriter extends TypeWriter {
    private enum Kind {
        SELECT,
        OMIT,
        INCLUDE
    }

    private final Kind kind;
    private final String name;
    private final Slots slots;

    private ShapeWriter(ClientShape client, ModelShape model, Kind kind) {
        super(client, model);
        this.kind = kind;
        this.name = switch (kind) {
            case SELECT -> names.select();
            case OMIT -> names.omit();
            case INCLUDE -> names.include();
        };
        this.slots = switch (kind) {
            case SELECT -> Slots.ofAll(model, client.types());
            case OMIT -> Slots.ofScalars(model, client.types());
            case INCLUDE -> Slots.ofRelations(model, client.types());
        };
    }

    static ShapeWriter select(ClientShape client, ModelShape model) {
        return new ShapeWriter(client, model, Kind.SELECT);
    }

    static ShapeWriter omit(ClientShape client, ModelShape model) {
        return new ShapeWriter(client, model, Kind.OMIT);
    }

    static ShapeWriter include(ClientShape client, ModelShape model) {
        return new ShapeWriter(client, model, Kind.INCLUDE);
    }

    @Override
    JavaFile write() {
        file.doc(
                switch (kind) {
                    case SELECT -> "Names the fields and relations of " + names.model() + " that a query reads.";
                    case OMIT -> "Names the fields of " + names.model() + " that a query leaves out.";
                    case INCLUDE -> "Names the relations of " + names.model() + " that a query reads along.";
                });
        file.line("public class " + name + angled(declared(slots)) + " extends " + query("Shape") + " {");
        file.line("private " + name + "() {");
        file.line("super(" + names.type() + ".TYPE, " + (kind != Kind.SELECT) + ");");
        file.line("}");
        file.gap();
        wrap();
        if (kind == Kind.SELECT) {
            allScalars();
        }
        if (kind != Kind.INCLUDE) {
            (kind == Kind.OMIT ? model.usual() : model.scalars()).forEach(this::scalar);
        }
        if (kind != Kind.OMIT) {
            model.relations().forEach(this::relation);
            if (!model.lists().isEmpty()) {
                count();
            }
        }
        start();
        return file.line("}");
    }

    private void wrap() {
        String object = file.use("java.lang.Object");
        file.line("@" + file.use("java.lang.Override"));
        file.line("protected " + object + " wrap(" + result("LoadedFields") + " fields, " + nullable() + " " + object
                + "[] values) {");
        String type = kind == Kind.INCLUDE ? names.with() : names.pick();
        List<String> arguments = new ArrayList<>(slots.parameters());
        if (kind == Kind.OMIT) {
            int all = Slots.ofAll(model, client.types()).parameters().size();
            arguments.addAll(Collections.nCopies(all - arguments.size(), result("NotIncluded")));
        }
        file.line("return new " + type + angled(arguments) + "(fields, values);");
        file.line("}");
    }

    private void allScalars() {
        List<String> arguments = new ArrayList<>(scalarTypes(false));
        arguments.addAll(
                slots.parameters().subList(arguments.size(), slots.parameters().size()));
        file.gap();
        file.doc(
                model.usual().size() == model.scalars().size()
                        ? "All scalar fields."
                        : "All scalar fields, also those that other reads leave out.");
        file.line("public " + name + angled(arguments) + " scalars() {");
        file.line("return withScalars();");
        file.line("}");
    }

    private void scalar(ScalarShape scalar) {
        String type = kind == Kind.OMIT ? result("NotSelected") : scalar.type().argument(file, scalar.optional());
        file.gap();
        doc(scalar.field(), "The field {@code " + scalar.field().name() + "}.");
        List<String> result = model.wide() ? slots.parameters() : with(slots.parameters(), scalar.index(), type);
        file.line("public " + name + angled(result) + " " + scalar.member() + "() {");
        file.line("return " + (kind == Kind.OMIT ? "without(" : "with(") + scalar.index() + ");");
        file.line("}");
    }

    private void relation(RelationShape relation) {
        int slot = (kind == Kind.SELECT && !model.wide() ? model.scalars().size() : 0) + relation.index();
        String target = relation.target().record();
        String type = relation.target().type() + ".TYPE";
        file.gap();
        doc(relation.field(), "The relation {@code " + relation.field().name() + "}.");
        file.line("public " + name + angled(with(slots.parameters(), slot, loaded(relation, target))) + " "
                + relation.member() + "() {");
        file.line("return related(" + relation.index() + ", " + type + ");");
        file.line("}");
        file.gap();
        file.doc("The relation {@code " + relation.field().name() + "}, as a query of its own says.");
        file.line("public <R> " + name + angled(with(slots.parameters(), slot, loaded(relation, "R"))) + " "
                + relation.member() + "(" + nestedQuery(relation) + " query) {");
        file.line("return related(" + relation.index() + ", " + type + ", query);");
        file.line("}");
    }

    private String loaded(RelationShape relation, String row) {
        if (relation.list()) {
            return list(row);
        }
        return relation.field().isOptional() ? nullable() + " " + row : row;
    }

    private void count() {
        int last = slots.parameters().size() - 1;
        Slots counts = Slots.ofCounts(model, client.types());
        List<String> own = new ArrayList<>(slots.parameters());
        List<String> fresh = each(counts.parameters(), parameter -> parameter);
        for (int i = 0; i < fresh.size(); i++) {
            while (own.contains(fresh.get(i))) {
                fresh.set(i, fresh.get(i) + "C");
            }
        }
        file.gap();
        file.doc("The numbers of related rows.");
        file.line("public " + angled(fresh) + " " + name
                + angled(with(slots.parameters(), last, names.counts() + angled(fresh))) + " count(" + function() + "<"
                + names.countSelect() + ".Start, " + names.countSelect() + angled(fresh) + "> relations) {");
        file.line("return counting(relations.apply(new " + names.countSelect() + ".Start()));");
        file.line("}");
    }

    private void start() {
        List<String> arguments = switch (kind) {
            case SELECT -> Collections.nCopies(slots.parameters().size(), result("NotSelected"));
            case OMIT -> scalarTypes(true);
            case INCLUDE -> Collections.nCopies(slots.parameters().size(), result("NotIncluded"));
        };
        file.gap();
        file.doc("Before anything is named.");
        file.line("public static final class Start extends " + name + angled(arguments) + " {");
        file.line("Start() {}");
        file.line("}");
    }

    private List<String> scalarTypes(boolean usual) {
        if (model.wide()) {
            return List.of();
        }
        return each(
                model.scalars(),
                scalar -> usual && scalar.omitted()
                        ? result("NotSelected")
                        : scalar.type().argument(file, scalar.optional()));
    }
}
