package dev.prisma4j.processor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Writes the class with a record's shape: a constant of its own, and one per nested record before it. */
final class ShapeWriter {
    private static final String QUERY = "dev.prisma4j.client.query";

    private final Elements elements;
    private final TypeText types;
    private final String packageName;
    private final StringBuilder body = new StringBuilder();
    private final Map<String, Integer> constants = new HashMap<>();

    private ShapeWriter(Elements elements, String packageName) {
        this.elements = elements;
        this.packageName = packageName;
        this.types = new TypeText(packageName);
    }

    /** The name of the class for a record. */
    static String className(TypeElement record) {
        return record.getSimpleName() + "Shape";
    }

    /** The source of the class for a record. */
    static String write(RecordShape shape, Elements elements) {
        PackageElement home = elements.getPackageOf(shape.record());
        return new ShapeWriter(elements, home.getQualifiedName().toString()).source(shape);
    }

    private String source(RecordShape shape) {
        String name = className(shape.record());
        types.use(packageName, name);
        String record = types.use(shape.record());
        List<String> nested = nestedConstants(shape);
        boolean open = shape.record().getModifiers().contains(Modifier.PUBLIC);
        body.append("    /** For queries: {@code q -> q.shape(").append(name).append(".SHAPE)}. */\n");
        constant((open ? "public " : "") + "static final ", "SHAPE", shape, nested);
        String generated = elements.getTypeElement("javax.annotation.processing.Generated") == null
                ? ""
                : "@" + types.use("javax.annotation.processing", "Generated") + "(\"" + ShapeProcessor.class.getName()
                        + "\")\n";
        String head = "/** Reads a {@link " + record + "} of each row of {@link " + types.use(shape.model()) + "}. */\n"
                + generated
                + "@SuppressWarnings({\"unchecked\", \"cast\"}) // The selections have the types that their values are cast to.\n"
                + (open ? "public " : "") + "final class " + name + " {\n";
        return (packageName.isEmpty() ? "" : "package " + packageName + ";\n\n") + types.importLines() + "\n" + head
                + body + "\n    private " + name + "() {}\n}\n";
    }

    /** The constants of nested records, in the order of the parts; null for a part that has none. */
    private List<String> nestedConstants(RecordShape shape) {
        List<String> names = new ArrayList<>();
        for (RecordShape.Part part : shape.parts()) {
            RecordShape nested = part.nested();
            if (nested == null) {
                names.add("");
                continue;
            }
            List<String> inner = nestedConstants(nested);
            String name = free(part.member());
            constant("private static final ", name, nested, inner);
            names.add(name);
        }
        return names;
    }

    private String free(String member) {
        String wish = member.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
        int count = constants.merge(wish, 1, Integer::sum);
        return count == 1 && !wish.equals("SHAPE") ? wish : wish + "_" + count;
    }

    private void constant(String modifiers, String name, RecordShape shape, List<String> nested) {
        String namedShape = types.use(QUERY, "NamedShape");
        String selection = types.use("dev.prisma4j.client.expression", "Selection");
        List<String> parts = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (int i = 0; i < shape.parts().size(); i++) {
            RecordShape.Part part = shape.parts().get(i);
            String constant = nested.get(i);
            parts.add("f." + part.member() + (constant.isEmpty() ? "()" : "(q -> q.shape(" + constant + "))"));
            values.add(value(part, i));
        }
        body.append("    ")
                .append(modifiers)
                .append(namedShape)
                .append('<')
                .append(types.use(shape.model()))
                .append(", ")
                .append(types.use(shape.fields()))
                .append(", ")
                .append(types.use(shape.record()))
                .append("> ")
                .append(name)
                .append(" = ")
                .append(namedShape)
                .append(".of(\n            f -> new ")
                .append(selection)
                .append("<?, ?>[] {\n                ")
                .append(String.join(",\n                ", parts))
                .append("\n            },\n            v -> new ")
                .append(types.use(shape.record()))
                .append("(\n                    ")
                .append(String.join(",\n                    ", values))
                .append("));\n\n");
    }

    private String value(RecordShape.Part part, int index) {
        @Nullable String wrapped = part.wrapped() == null ? null : types.use(part.wrapped());
        return wrapped == null
                ? "(" + types.use(part.type()) + ") v[" + index + "]"
                : types.use("java.util", "Optional") + ".ofNullable((" + wrapped + ") v[" + index + "])";
    }
}
