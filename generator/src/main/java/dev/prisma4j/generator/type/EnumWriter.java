package dev.prisma4j.generator.type;

import dev.prisma4j.generator.java.JavaFile;
import dev.prisma4j.generator.shape.ClientShape;
import dev.prisma4j.generator.shape.ClientShape.Constant;
import dev.prisma4j.generator.shape.ClientShape.EnumShape;
import java.util.List;

/** An enum. */
final class EnumWriter {
    private final EnumShape shape;
    private final JavaFile file;

    EnumWriter(ClientShape client, EnumShape shape) {
        this.shape = shape;
        this.file = new JavaFile(client.packageName(), client.types());
    }

    JavaFile write() {
        String string = file.use("java.lang.String");
        String nullable = "@" + file.use("org.jspecify.annotations.Nullable");
        file.doc(TypeWriter.comment(
                shape.type().documentation(), "The enum " + shape.type().name() + "."));
        file.line("public enum " + shape.name() + " implements " + file.use("dev.prisma4j.client.model.PrismaEnum")
                + " {");
        List<Constant> constants = shape.constants();
        for (int i = 0; i < constants.size(); i++) {
            Constant constant = constants.get(i);
            String documentation = constant.value().documentation();
            file.doc(documentation == null ? null : JavaFile.escape(documentation));
            file.line(constant.name() + (i + 1 < constants.size() ? "," : ";"));
        }
        file.gap();
        file.doc("The value of that name in the schema.\n\n@throws IllegalArgumentException if there is none");
        file.line("public static " + shape.name() + " of(" + string + " schemaName) {");
        if (shape.renamed()) {
            file.line("return switch (schemaName) {");
            for (Constant constant : constants) {
                if (!constant.name().equals(constant.value().name())) {
                    file.line("case " + JavaFile.literal(constant.value().name()) + " -> " + constant.name() + ";");
                }
            }
            file.line("default -> valueOf(schemaName);");
            file.line("};");
        } else {
            file.line("return valueOf(schemaName);");
        }
        file.line("}");
        file.gap();
        file.doc("The value of that name in the schema, or null for null.");
        file.line("public static " + nullable + " " + shape.name() + " ofNullable(" + nullable + " " + string
                + " schemaName) {");
        file.line("return schemaName == null ? null : of(schemaName);");
        file.line("}");
        file.gap();
        file.line("@" + file.use("java.lang.Override"));
        if (shape.renamed()) {
            file.line("@" + file.use("com.fasterxml.jackson.annotation.JsonValue"));
        }
        file.line("public " + string + " schemaName() {");
        if (shape.renamed()) {
            file.line("return switch (this) {");
            for (Constant constant : constants) {
                if (!constant.name().equals(constant.value().name())) {
                    file.line("case " + constant.name() + " -> "
                            + JavaFile.literal(constant.value().name()) + ";");
                }
            }
            file.line("default -> name();");
            file.line("};");
        } else {
            file.line("return name();");
        }
        file.line("}");
        databaseName(string);
        return file.line("}");
    }

    /** For SQL of the user's own, which knows of no {@code @map}. */
    private void databaseName(String string) {
        List<Constant> mapped = shape.constants().stream()
                .filter(constant ->
                        !constant.value().databaseName().equals(constant.value().name()))
                .toList();
        if (mapped.isEmpty()) {
            return;
        }
        file.gap();
        file.line("@" + file.use("java.lang.Override"));
        file.line("public " + string + " databaseName() {");
        file.line("return switch (this) {");
        for (Constant constant : mapped) {
            file.line("case " + constant.name() + " -> "
                    + JavaFile.literal(constant.value().databaseName()) + ";");
        }
        if (mapped.size() < shape.constants().size()) {
            file.line("default -> schemaName();");
        }
        file.line("};");
        file.line("}");
    }
}
