package dev.prisma4j.schema.model;

import java.util.Optional;

/** A kind of database, as named by {@code provider} in the datasource block. MariaDB is {@link #MYSQL}. */
public enum Provider {
    POSTGRESQL("postgresql"),
    MYSQL("mysql"),
    SQLITE("sqlite"),
    SQLSERVER("sqlserver"),
    COCKROACHDB("cockroachdb"),
    MONGODB("mongodb");

    private final String text;

    Provider(String text) {
        this.text = text;
    }

    /** The spelling in a schema, for example {@code postgresql}. */
    public String text() {
        return text;
    }

    /** The provider of that spelling; {@code postgres} is accepted for PostgreSQL, letter case matters. */
    public static Optional<Provider> of(String text) {
        if (text.equals("postgres")) {
            return Optional.of(POSTGRESQL);
        }
        for (Provider provider : values()) {
            if (provider.text.equals(text)) {
                return Optional.of(provider);
            }
        }
        return Optional.empty();
    }
}
