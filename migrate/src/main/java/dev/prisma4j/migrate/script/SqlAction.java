package dev.prisma4j.migrate.script;

import java.sql.SQLException;

/** Something done on a connection after a script, in the same transaction where there is one. */
@FunctionalInterface
public interface SqlAction {
    /** Nothing. */
    SqlAction NONE = () -> {};

    /** Does it. */
    void run() throws SQLException;
}
