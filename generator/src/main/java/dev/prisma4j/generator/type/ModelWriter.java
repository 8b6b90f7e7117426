package dev.prisma4j.generator.type;

import dev.prisma4j.generator.java.JavaFile;
import dev.prisma4j.generator.shape.ClientShape;
import dev.prisma4j.generator.shape.JavaType;
import dev.prisma4j.generator.shape.ModelShape;
import dev.prisma4j.generator.shape.ScalarShape;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the library knows of a model: its reader and its factories. */
final class ModelWriter extends TypeWriter {
    ModelWriter(ClientShape client, ModelShape model) {
        super(client, model);
    }

    @Override
    JavaFile write() {
        String name = names.type();
        file.doc("What the library knows of " + names.model() + ".");
        file.line("final class " + name + " extends " + library("model.ModelType") + "<" + names.record() + "> {");
        file.line("static final " + name + " TYPE = new " + name + "();");
        file.gap();
        file.line("private final " + rootFields(names) + " fields = new " + names.fields() + "<>(this, "
                + library("model.Path") + ".ROOT);");
        file.line("private final " + names.unique() + " unique = new " + names.unique() + "();");
        file.gap();
        file.line("private " + name + "() {");
        String omitted = model.scalars().stream()
                .filter(ScalarShape::omitted)
                .map(scalar -> ", " + scalar.index())
                .collect(Collectors.joining());
        file.line("super(PrismaSchema.SCHEMA, " + JavaFile.literal(model.model().name()) + omitted + ");");
        file.line("}");
        file.gap();
        reader();
        converter();
        String path = library("model.Path");
        factory(
                "fields",
                path + " path",
                "path == " + path + ".ROOT ? fields : new " + names.fields() + "<" + names.record() + ">(this, path)");
        factory("unique", "", "unique");
        factory("find", "", "new " + names.find() + "()");
        boolean view = model.model().isView();
        factory(
                "create",
                "",
                !model.creatable()
                        ? null
                        : "new " + names.create() + (model.requirements().isEmpty() ? "()" : "<>()"));
        factory("update", "", view ? null : "new " + names.update() + "()");
        factory("updateMany", "", view ? null : "new " + names.updateMany() + "()");
        return file.line("}");
    }

    private void reader() {
        override();
        file.line("public " + names.record() + " read(" + file.use("dev.prisma4j.engine.result.Row") + " row) {");
        file.verbatim("        return new " + names.record() + "(");
        List<ScalarShape> scalars = model.usual();
        for (int i = 0; i < scalars.size(); i++) {
            file.verbatim("                " + read(scalars.get(i), i) + (i + 1 < scalars.size() ? "," : ");"));
        }
        file.line("}");
    }

    private String read(ScalarShape scalar, int position) {
        JavaType type = scalar.type();
        String at = "(" + position + ")";
        if (type.enumType()) {
            if (type.list()) {
                return library("model.Values") + ".each(row.getList" + at + ", " + type.element() + "::of)";
            }
            return type.element() + (scalar.optional() ? ".ofNullable(row.getStringOrNull" : ".of(row.getString") + at
                    + ")";
        }
        if (type.list()) {
            return "row.getList" + at;
        }
        return "row.get" + type.getter() + (scalar.optional() ? "OrNull" : "") + at;
    }

    private void converter() {
        List<ScalarShape> enums = model.scalars().stream()
                .filter(scalar -> scalar.type().enumType())
                .toList();
        if (enums.isEmpty()) {
            return;
        }
        String object = nullable() + " " + file.use("java.lang.Object");
        String string = file.use("java.lang.String");
        file.gap();
        override();
        file.line("public " + object + " convert(int scalar, " + object + " value) {");
        file.line("return switch (scalar) {");
        for (ScalarShape scalar : enums) {
            JavaType type = scalar.type();
            file.line("case " + scalar.index() + " -> "
                    + (type.list()
                            ? library("model.Values") + ".eachOf(value, " + type.element() + "::of);"
                            : type.element() + ".ofNullable((" + string + ") value);"));
        }
        file.line("default -> value;");
        file.line("};");
        file.line("}");
    }

    private void factory(String method, String parameter, @Nullable String value) {
        file.gap();
        override();
        file.line("public " + file.use("java.lang.Object") + " " + method + "(" + parameter + ") {");
        file.line(
                value == null
                        ? "throw new " + file.use("java.lang.UnsupportedOperationException") + "("
                                + JavaFile.literal(model.model().name() + " cannot be written.") + ");"
                        : "return " + value + ";");
        file.line("}");
    }

    private void override() {
        file.line("@" + file.use("java.lang.Override"));
    }
}
