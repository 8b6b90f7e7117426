package dev.prisma4j.schema.validate.name;

import java.util.Set;

/** Names that models, views and enums may not have, since clients in JavaScript could not use them. */
public final class ReservedNames {
    private static final Set<String> ALL = Set.of(
            "PrismaClient",
            "async",
            "await",
            "break",
            "case",
            "catch",
            "class",
            "const",
            "continue",
            "debugger",
            "default",
            "delete",
            "do",
            "else",
            "enum",
            "export",
            "extends",
            "false",
            "finally",
            "for",
            "function",
            "if",
            "implements",
            "import",
            "in",
            "instanceof",
            "interface",
            "let",
            "new",
            "null",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "super",
            "switch",
            "this",
            "throw",
            "true",
            "try",
            "typeof",
            "using",
            "var",
            "void",
            "while",
            "with",
            "yield");

    private ReservedNames() {}

    /** {@return whether no model, view or enum may have the name} Also asked by introspection, which makes names. */
    public static boolean contains(String name) {
        return ALL.contains(name);
    }
}
