package dev.prisma4j.generator.type;

import dev.prisma4j.generator.java.JavaFile;
import dev.prisma4j.generator.shape.ClientShape;
import dev.prisma4j.generator.shape.ModelShape;
import dev.prisma4j.generator.shape.ScalarShape;
import java.util.List;
import java.util.stream.Collectors;

/** The record of a model: its scalars, as every read gives them that does not say otherwise. */
final class RecordWriter extends TypeWriter {
    RecordWriter(ClientShape client, ModelShape model) {
        super(client, model);
    }

    @Override
    JavaFile write() {
        StringBuilder doc = new StringBuilder(comment(model.model().documentation(), "A row of " + model.model().name() + "."));
        String separator = "\n\n";
        for (ScalarShape scalar : model.scalars()) {
            String documentation = scalar.field().documentation();
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
        boolean bytes = model.scalars().stream().anyMatch(scalar -> scalar.type().isBytes());
        file.verbatim("public record " + names.record() + "(");
        List<ScalarShape> scalars = model.scalars();
        for (int i = 0; i < scalars.size(); i++) {
            String end = i + 1 < scalars.size() ? "," : bytes ? ") {" : ") {}";
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
        return renamed + parameter(scalar) + " " + scalar.name();
    }

    /** Records compare arrays by identity; a value is equal by content. */
    private void valueMethods() {
        String values = library("model.Values");
        String all = model.scalars().stream().map(ScalarShape::name).collect(Collectors.joining(", "));
        file.verbatim("    @Override");
        file.verbatim("    public boolean equals(" + nullable() + " " + file.use("java.lang.Object") + " other) {");
        file.verbatim("        return other instanceof " + names.record() + " that");
        List<ScalarShape> scalars = model.scalars();
        for (int i = 0; i < scalars.size(); i++) {
            String name = scalars.get(i).name();
            file.verbatim("                && " + values + ".equal(" + name + ", that." + name + ")"
                    + (i + 1 < scalars.size() ? "" : ";"));
        }
        file.verbatim("    }");
        file.verbatim("");
        file.verbatim("    @Override");
        file.verbatim("    public int hashCode() {");
        wrapped("        return " + values + ".hash(" + all + ");");
        file.verbatim("    }");
        file.verbatim("");
        file.verbatim("    @Override");
        file.verbatim("    public " + file.use("java.lang.String") + " toString() {");
        wrapped("        return \"" + names.record() + "[\"");
        for (int i = 0; i < scalars.size(); i++) {
            String name = scalars.get(i).name();
            file.verbatim("                + \"" + (i == 0 ? "" : ", ") + name + "=\" + " + values + ".show(" + name + ")");
        }
        file.verbatim("                + \"]\";");
        file.verbatim("    }");
        file.verbatim("}");
    }

    private void wrapped(String text) {
        file.line(text);
    }
}
