package dev.prisma4j.engine.jdbc;

import java.sql.Connection;

/** A connection to the database as the driver made it, and what is remembered about it for as long as it lives. */
final class Physical {
    final Connection raw;
    final StatementCache statements;
    final RunningStatement watch = new RunningStatement();
    final Guard unlimited = new Guard(watch, null, null);

    Physical(Connection raw, int statementLimit) {
        this.raw = raw;
        this.statements = new StatementCache(raw, statementLimit);
    }
}
