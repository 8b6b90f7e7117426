package dev.prisma4j.migrate.table;

/** The kinds of value that columns hold. */
public enum TypeFamily {
    INT,
    BIG_INT,
    FLOAT,
    DECIMAL,
    BOOLEAN,
    STRING,
    DATE_TIME,
    JSON,
    UUID,
    BINARY,
    ENUM,
    UNSUPPORTED
}
