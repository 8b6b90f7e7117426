package dev.prisma4j.migrate.target;

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
}
