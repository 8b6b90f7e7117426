package dev.prisma4j.migrate.introspect;

import dev.prisma4j.schema.model.ScalarType;
import dev.prisma4j.schema.validate.name.ReservedNames;

/** Names of a database as names of a schema: letters, digits and underscores, beginning with a letter. */
final class SchemaNames {
    private SchemaNames() {}

    /** The name without what the language does not take; empty if nothing is left. */
    static String of(String databaseName) {
        String start = databaseName.replaceFirst("^[^a-zA-Z]+", "");
        return start.replaceAll("[^a-zA-Z0-9_]", "_");
    }

    /** Whether a model or enum cannot be called so: no client could use it, or it is a word for one of the language's types. */
    static boolean isReserved(String name) {
        return ReservedNames.contains(name) || ScalarType.of(name).isPresent() || name.equals("Unsupported");
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
                default -> out.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        return out.append('"').toString();
    }
}
