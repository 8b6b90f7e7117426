package dev.prisma4j.migrate.introspect;

import java.util.Set;

/** Names of a database as names of a schema: letters, digits and underscores, beginning with a letter. */
final class SchemaNames {
    /** What a generated client could not be called. */
    private static final Set<String> RESERVED = Set.of(
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
            "using",
            "typeof",
            "var",
            "void",
            "while",
            "with",
            "yield");

    /** The words of the language for its own types. */
    private static final Set<String> TYPES = Set.of(
            "String", "Boolean", "Int", "BigInt", "Float", "Decimal", "DateTime", "Json", "Bytes", "Unsupported");

    private SchemaNames() {}

    /** The name without what the language does not take; empty if nothing is left. */
    static String of(String databaseName) {
        String start = databaseName.replaceFirst("^[^a-zA-Z]+", "");
        return start.replaceAll("[^a-zA-Z0-9_]", "_");
    }

    static boolean isReserved(String name) {
        return RESERVED.contains(name) || TYPES.contains(name);
    }

    /** The text in quotes, as the language writes strings. */
    static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
