package dev.prisma4j.processor;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Types as text, without annotations: short in messages, with the imports that it takes in sources. */
final class TypeText {
    private final String packageName;
    private final Map<String, String> imports = new TreeMap<>();

    /** For sources of that package. */
    TypeText(String packageName) {
        this.packageName = packageName;
    }

    /** A type in a message. */
    static String of(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return of(array.getComponentType()) + "[]";
        }
        if (type instanceof DeclaredType declared) {
            String arguments =
                    declared.getTypeArguments().stream().map(TypeText::of).collect(Collectors.joining(", "));
            return declared.asElement().getSimpleName() + (arguments.isEmpty() ? "" : "<" + arguments + ">");
        }
        return type.toString();
    }

    /** A type in the source. */
    String use(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return use(array.getComponentType()) + "[]";
        }
        if (type instanceof DeclaredType declared) {
            String arguments =
                    declared.getTypeArguments().stream().map(this::use).collect(Collectors.joining(", "));
            return use((TypeElement) declared.asElement()) + (arguments.isEmpty() ? "" : "<" + arguments + ">");
        }
        return type.getKind().isPrimitive()
                ? type.getKind().name().toLowerCase(java.util.Locale.ROOT)
                : type.toString();
    }

    /** A class in the source: by its short name where that is free. */
    String use(TypeElement type) {
        Element enclosing = type.getEnclosingElement();
        if (enclosing instanceof TypeElement outer) {
            return use(outer) + "." + type.getSimpleName();
        }
        return use(
                ((PackageElement) Objects.requireNonNull(enclosing))
                        .getQualifiedName()
                        .toString(),
                type.getSimpleName().toString());
    }

    /** A class in the source, by its package and name. */
    String use(String ofPackage, String simple) {
        String qualified = ofPackage.isEmpty() ? simple : ofPackage + "." + simple;
        String known = imports.putIfAbsent(simple, qualified);
        return known == null || known.equals(qualified) ? simple : qualified;
    }

    /** The import declarations. */
    String importLines() {
        return imports.entrySet().stream()
                .filter(entry -> entry.getValue().contains("."))
                .filter(entry -> !packageOf(entry).equals("java.lang")
                        && !packageOf(entry).equals(packageName))
                .map(Map.Entry::getValue)
                .sorted()
                .map(name -> "import " + name + ";\n")
                .collect(Collectors.joining());
    }

    private static String packageOf(Map.Entry<String, String> imported) {
        return imported.getValue()
                .substring(0, imported.getValue().length() - imported.getKey().length() - 1);
    }
}
