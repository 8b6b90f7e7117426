// The databases of the test matrix, with the environment variable that points each at an existing server.
package dev.prisma4j.testkit;

import dev.prisma4j.schema.model.Provider;

/** A database that tests run against. MySQL and MariaDB are two rows, although a schema calls both {@code mysql}. */
public enum DatabaseKind {
    SQLITE("SQLite", Provider.SQLITE, ""),
    POSTGRESQL("PostgreSQL", Provider.POSTGRESQL, "PRISMA4J_TEST_POSTGRES"),
    MYSQL("MySQL", Provider.MYSQL, "PRISMA4J_TEST_MYSQL"),
    MARIADB("MariaDB", Provider.MYSQL, "PRISMA4J_TEST_MARIADB");

    private final String title;
    private final Provider provider;
    private final String variable;

    DatabaseKind(String title, Provider provider, String variable) {
        this.title = title;
        this.provider = provider;
        this.variable = variable;
    }

    /** The product's name, for messages and the names of tests. */
    public String title() {
        return title;
    }

    /** What a schema's datasource block says for this database. */
    public Provider provider() {
        return provider;
    }

    /** The environment variable that may hold the URL of an existing server; empty for SQLite, which has none. */
    public String variable() {
        return variable;
    }

    @Override
    public String toString() {
        return title;
    }
}
