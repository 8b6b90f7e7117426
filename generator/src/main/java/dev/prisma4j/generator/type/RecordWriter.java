package dev.prisma4j.generator.type;

import dev.prisma4j.generator.java.JavaFile;
import dev.prisma4j.generator.shape.ClientShape;
import dev.prisma4j.generator.shape.ModelShape;
import dev.prisma4j.generator.shape.ScalarShape;
import dev.prisma4j.schema.model.Annotations;
import java.util.List;
import java.util.stream.Collectors;

/** The record of a model: its scalars, as every read gives them that does not say otherwise. */
final class RecordWriter extends TypeWriter {
    RecordWriter(ClientShape client, ModelShape model) {
        super(client, model);
    }

    @Override
    JavaFile write() {
        StringBuilder doc = new StringBuilder(comment(
                model.model().documentation(), "A row of " + model.model().name() + "."));
        String separator = "\n\n";
        for (ScalarShape scalar : model.usual()) {
            String documentation = Annotations.without(scalar.field().documentation());
            if (documentation != null && !documentation.isBlank()) {
                doc.append(separator)
                        .append("@param ")
                        .append(scalar.name())
                        .append(' ')
                        .append(JavaFile.escape(documentation.replace('\n', ' ')));
                separator = "\n";
            }
        }
        file.doc(doc.toString());
        boolean bytes = model.usual().stream().anyMatch(scalar -> scalar.type().isBytes());
        file.verbatim("public record " + names.record() + "(");
        List<ScalarShape> scalars = model.usual();
        for (int i = 0; i < scalars.size(); i++) {
            String end = i + 1 < scalars.size() ? "," : ")" + implemented(model.computed()) + (bytes ? " {" : " {}");
            file.verbatim("        " + component(scalars.get(i)) + end);
        }
        if (bytes) {
            valueMethods();
        }
        return file;
    }

    private String component(ScalarShape scalar) {
        String name = scalar.field().name();
        String renamed = scalar.name().equals(name)
                ? ""
                : "@" + file.use("com.fasterxml.jackson.annotation.JsonProperty") + "(" + JavaFile.literal(name) + ") ";
        boolean boxed = model.boxed() && !scalar.optional();
        return renamed + (boxed ? scalar.type().boxed(file) : parameter(scalar)) + " " + scalar.name();
    }

    /** Records compare arrays by identity; a value is equal by content. */
    private void valueMethods() {
        List<ScalarShape> scalars = model.usual();
        String values = library("model.Values");
        file.open();
        file.line("@" + file.use("java.lang.Override"));
        file.line("public boolean equals(" + nullable() + " " + file.use("java.lang.Object") + " other) {");
        file.line("return other instanceof " + names.record() + " that");
        for (int i = 0; i < scalars.size(); i++) {
            String name = scalars.get(i).name();
            file.continued("&& " + values + ".equal(this." + name + ", that." + name + ")"
                    + (i + 1 < scalars.size() ? "" : ";"));
        }
        file.line("}");
        file.gap();
        file.line("@" + file.use("java.lang.Override"));
        file.line("public int hashCode() {");
        file.line("return " + values + ".hash("
                + scalars.stream().map(ScalarShape::name).collect(Collectors.joining(", ")) + ");");
        file.line("}");
        file.gap();
        file.line("@" + file.use("java.lang.Override"));
        file.line("public " + file.use("java.lang.String") + " toString() {");
        file.line("return \"" + names.record() + "[\"");
        for (int i = 0; i < scalars.size(); i++) {
            String name = scalars.get(i).name();
            file.continued("+ \"" + (i == 0 ? "" : ", ") + name + "=\" + " + values + ".show(" + name + ")");
        }
        file.continued("+ \"]\";");
        file.line("}");
        file.line("}");
    }
}
