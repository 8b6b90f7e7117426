// A server that hands out empty databases.
package dev.prisma4j.testkit;

/** A running database server (or, for SQLite, a folder) that hands out empty databases. */
public interface TestServer {

    DatabaseKind kind();

    /**
     * A new, empty database.
     *
     * @throws IllegalStateException when the server refuses to make one
     */
    TestDatabase fresh();
}
