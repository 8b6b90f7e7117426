package dev.prisma4j.testkit.laws;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts what a command does to the outside, statements and changes of files, and stops it before one of them for good: as
 * after the death of a process, nothing that it tries afterwards has an effect, and its connections are gone.
 */
final class CrashPoint {
    /** The death; an error, so that no code takes it for a failure that it could report. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;

        Crash(String before) {
            super("crashed before " + before);
        }
    }

    private final int at;
    private final List<String> passed = new ArrayList<>();
    private final List<Connection> connections = new ArrayList<>();
    private boolean crashed;

    /** Stops before what is counted as that, from 0; a negative number only counts. */
    CrashPoint(int at) {
        this.at = at;
    }

    /** What was done before. */
    List<String> passed() {
        return passed;
    }

    /** Called before anything that others can see. */
    void pass(String what) {
        if (crashed || passed.size() == at) {
            crashed = true;
            connections.forEach(CrashPoint::cut);
            connections.clear();
            throw new Crash(what);
        }
        passed.add(what);
    }

    void watch(Connection connection) {
        connections.add(connection);
    }

    private static void cut(Connection connection) {
        try {
            if (connection.isClosed()) {
                return;
            }
            if (connection.getMetaData().getURL().startsWith("jdbc:sqlite")) {
                connection.close(); // rolls back, as the next process to open the file would
            } else {
                connection.abort(Runnable::run);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
