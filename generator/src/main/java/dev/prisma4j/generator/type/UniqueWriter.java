package dev.prisma4j.generator.type;

import dev.prisma4j.generator.java.JavaFile;
import dev.prisma4j.generator.shape.ClientShape;
import dev.prisma4j.generator.shape.ModelShape;
import dev.prisma4j.generator.shape.ScalarShape;
import java.util.stream.Collectors;

/** The unique criteria of a model: one method for each. */
final class UniqueWriter extends TypeWriter {
    UniqueWriter(ClientShape client, ModelShape model) {
        super(client, model);
    }

    @Override
    JavaFile write() {
        String name = names.unique();
        boolean versioned =
                model.scalars().stream().anyMatch(scalar -> scalar.field().isVersion());
        String keyType = query(versioned ? "VersionedKey" : "Key");
        file.doc("Names one " + names.model() + " by a unique criterion.");
        file.line("public final class " + name + " {");
        file.line(name + "() {}");
        for (ModelShape.Key key : model.keys()) {
            String fields = key.fields().stream()
                    .map(field -> "{@code " + field.field().name() + "}")
                    .collect(Collectors.joining(" and "));
            String parameters = key.fields().stream()
                    .map(field -> field.type().declared(file, false) + " " + variable(field, keyType))
                    .collect(Collectors.joining(", "));
            String values =
                    key.fields().stream().map(field -> variable(field, keyType)).collect(Collectors.joining(", "));
            file.gap();
            file.doc("The one with that " + fields + ".");
            file.line("public " + keyType + "<" + names.record() + ", " + rootFields(names) + "> " + key.method() + "("
                    + parameters + ") {");
            file.line("return " + keyType + ".of(" + names.type() + ".TYPE, " + key.index() + ", " + values + ");");
            file.line("}");
        }
        return file.line("}");
    }

    /** A parameter's name, which must not hide the classes that the method calls. */
    private String variable(ScalarShape field, String keyType) {
        return field.name().equals(keyType) || field.name().equals(names.type()) ? field.name() + "_" : field.name();
    }
}
