package dev.prisma4j.engine.jdbc;

import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/** A connection to the database as the driver made it, and what is remembered about it for as long as it lives. */
final class Physical {
    final Connection raw;
    final StatementCache statements;
    /** Statements that are followed by COMMIT; null where that takes a call of its own. */
    final @Nullable StatementCache endings;

    final RunningStatement watch = new RunningStatement();
    final Guard unlimited = new Guard(watch, null, null);

    /** @param commitsAlong whether COMMIT can be sent with the statement before */
    Physical(Connection raw, int statementLimit, boolean commitsAlong) {
        this.raw = raw;
        this.statements = new StatementCache(raw, statementLimit, "");
        this.endings = commitsAlong ? new StatementCache(raw, statementLimit, "; COMMIT") : null;
    }
}
