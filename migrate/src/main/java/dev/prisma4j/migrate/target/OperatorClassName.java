package dev.prisma4j.migrate.target;

import dev.prisma4j.schema.database.Databases;
import dev.prisma4j.schema.model.Provider;
import java.util.Locale;

/** The database's spelling of the operator classes that a schema names: {@code JsonbPathOps} is {@code jsonb_path_ops}. */
public final class OperatorClassName {
    private OperatorClassName() {}

    /** The database's name of the class. */
    public static String ofSchemaName(String name) {
        String words = name.replace("MinMax", "Minmax")
                .replace("TimestampTz", "Timestamptz")
                .replace("TimeTz", "Timetz")
                .replace("VarBit", "Varbit");
        return words.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    /** Whether the language has a word for a class. */
    public static boolean isInLanguage(String databaseName) {
        String name = toSchemaName(databaseName);
        return Databases.of(Provider.POSTGRESQL).operatorClasses().isKnown(name)
                && ofSchemaName(name).equals(databaseName);
    }

    /** The schema's name of a class of the database's that PostgreSQL brings along: every word with a capital. */
    public static String toSchemaName(String databaseName) {
        StringBuilder name = new StringBuilder();
        for (String word : databaseName.split("_")) {
            if (!word.isEmpty()) {
                name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
            }
        }
        return name.toString()
                .replace("Minmax", "MinMax")
                .replace("Timestamptz", "TimestampTz")
                .replace("Timetz", "TimeTz")
                .replace("Varbit", "VarBit");
    }
}
