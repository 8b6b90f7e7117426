package dev.prisma4j.generator.type;

import dev.prisma4j.generator.java.JavaFile;
import dev.prisma4j.generator.shape.ClientShape;
import dev.prisma4j.generator.shape.JavaType;
import dev.prisma4j.generator.shape.ModelShape;
import dev.prisma4j.generator.shape.RelationShape;
import dev.prisma4j.generator.shape.ScalarShape;

/** The changes of rows: scalars in one type for both kinds of updates, relations only in that of a single row. */
final class UpdateWriter extends TypeWriter {
    private enum Kind {
        SHARED,
        ONE,
        MANY
    }

    private final Kind kind;

    private UpdateWriter(ClientShape client, ModelShape model, Kind kind) {
        super(client, model);
        this.kind = kind;
    }

    static UpdateWriter shared(ClientShape client, ModelShape model) {
        return new UpdateWriter(client, model, Kind.SHARED);
    }

    static UpdateWriter one(ClientShape client, ModelShape model) {
        return new UpdateWriter(client, model, Kind.ONE);
    }

    static UpdateWriter many(ClientShape client, ModelShape model) {
        return new UpdateWriter(client, model, Kind.MANY);
    }

    @Override
    JavaFile write() {
        return switch (kind) {
            case SHARED -> writeShared();
            case ONE -> writeOne();
            case MANY -> writeMany();
        };
    }

    private JavaFile writeShared() {
        String name = names.changes();
        file.doc("Changes of the fields of " + names.model() + ".\n\n@param <S> the kind of update");
        file.line("public abstract class " + name + "<S extends " + name + "<S>> extends " + write("UpdateInput")
                + "<S> {");
        constructor(name);
        model.scalars().forEach(this::scalar);
        compute();
        return file.line("}");
    }

    private JavaFile writeOne() {
        String name = names.update();
        file.doc("The changes of a " + names.model() + ".");
        file.line("public final class " + name + " extends " + names.changes() + "<" + name + "> {");
        file.line(name + "() {}");
        model.relations().stream()
                .filter(relation -> !client.target(relation).model().isView())
                .forEach(this::relation);
        return file.line("}");
    }

    private JavaFile writeMany() {
        String name = names.updateMany();
        file.doc("The changes of many rows of " + names.model() + " at once.");
        file.line("public final class " + name + " extends " + names.changes() + "<" + name + "> {");
        file.line(name + "() {}");
        return file.line("}");
    }

    private void constructor(String name) {
        file.line(name + "() {");
        file.line("super(" + names.type() + ".TYPE);");
        file.line("}");
    }

    private void scalar(ScalarShape scalar) {
        JavaType type = scalar.type();
        file.gap();
        doc(scalar.field(), "Sets {@code " + scalar.field().name() + "}.");
        file.line("public S " + scalar.name() + "(" + parameter(scalar) + " value) {");
        file.line("return set(" + scalar.index() + ", value);");
        file.line("}");
        if (type.list()) {
            change(
                    scalar,
                    write("ListChange") + "<" + type.elementIn(file) + ">",
                    write("ListChange") + "<" + type.elementIn(file) + ">");
        } else if (type.change() != null) {
            String change = write((scalar.optional() ? "Optional" : "") + type.change());
            change(scalar, change, change);
            if (scalar.optional() && ("long".equals(type.primitive()) || "double".equals(type.primitive()))) {
                file.gap();
                file.doc("Sets {@code " + scalar.field().name() + "}.");
                file.line("public S " + scalar.name() + "(" + type.primitive() + " value) {");
                file.line("return set(" + scalar.index() + ", value);");
                file.line("}");
            }
        }
    }

    private void compute() {
        String fields = rootFields(names);
        String function = function();
        file.gap();
        file.doc("Sets a field to a value that the database computes of the row: {@code set(x -> x.a(), x ->"
                + " x.b().plus(1))}.");
        file.line("public final <T> S set(" + function + "<" + fields + ", ? extends " + expression("Field") + "<"
                + names.record() + ", T>> field, " + function + "<" + fields + ", ? extends " + expression("Expression")
                + "<" + names.record() + ", T>> value) {");
        file.line("return compute(field, value);");
        file.line("}");
    }

    private void change(ScalarShape scalar, String type, String constructor) {
        file.gap();
        file.doc("Changes {@code " + scalar.field().name() + "}, starting from its present value.");
        file.line("public S " + scalar.name() + "(" + consumer() + "<" + type + "> change) {");
        file.line("return change(" + scalar.index() + ", new " + constructor + "(), change);");
        file.line("}");
    }

    private void relation(RelationShape relation) {
        ModelShape target = client.target(relation);
        String builder =
                relation.list() ? "ToManyUpdate" : relation.field().isOptional() ? "ToOptionalUpdate" : "ToOneUpdate";
        String method = relation.list() ? "toMany" : relation.field().isOptional() ? "toOptional" : "toOne";
        String arguments = target.names().record() + ", " + rootFields(target.names()) + ", "
                + target.names().unique() + ", " + nestedCreate(relation) + ", "
                + target.names().update()
                + (relation.list() ? ", " + target.names().updateMany() : "");
        file.gap();
        doc(relation.field(), "Says what to do about {@code " + relation.field().name() + "}.");
        file.line("public " + names.update() + " " + relation.name() + "(" + consumer() + "<" + write(builder) + "<"
                + arguments + ">> related) {");
        file.line("return " + method + "(" + relation.index() + ", "
                + target.names().type() + ".TYPE, related);");
        file.line("}");
    }
}
