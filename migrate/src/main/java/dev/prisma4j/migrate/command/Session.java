package dev.prisma4j.migrate.command;

import dev.prisma4j.migrate.error.MigrateErrors;
import dev.prisma4j.migrate.error.MigrateException;
import dev.prisma4j.migrate.history.HistoryRow;
import dev.prisma4j.migrate.history.HistoryTable;
import dev.prisma4j.migrate.introspect.OldTools;
import dev.prisma4j.migrate.script.SqlAction;
import dev.prisma4j.migrate.table.DatabaseSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A connection to the project's database for the length of one command. */
final class Session implements AutoCloseable {
    private final Project project;
    private final Connection connection;
    private final HistoryTable history;

    private Session(Project project, Connection connection) {
        this.project = project;
        this.connection = connection;
        this.history = new HistoryTable(connection, project.kind().history(project.address()), project.clock());
    }

    /** Opens the database, which has to be there. */
    static Session open(Project project) {
        if (!project.kind().exists(project.address())) {
            throw MigrateErrors.databaseMissing(project.address().url().database());
        }
        return new Session(project, project.kind().open(project.address()));
    }

    /** Opens the database, and makes it if it is not there. */
    static Session openOrCreate(Project project) {
        if (!project.kind().exists(project.address())) {
            project.kind().create(project.address());
        }
        return new Session(project, project.kind().open(project.address()));
    }

    Connection connection() {
        return connection;
    }

    HistoryTable history() {
        return history;
    }

    /** All that the database has. */
    DatabaseSchema describeAll() {
        return Scope.whole(describeAnything());
    }

    private DatabaseSchema describeAnything() {
        return ask(() -> project.kind().describe(connection, project.describeOptions()));
    }

    /** Whether there is a table that is migrations' business. */
    boolean hasTables() {
        return !Scope.ofMigrations(describeAnything(), project.leftAlone())
                .tables()
                .isEmpty();
    }

    /** The other tools that migrate this database, by the tables that they keep: {@code Flyway (flyway_schema_history)}. */
    List<String> otherTools() {
        return describeAnything().tables().stream()
                .map(table -> table.name().name())
                .filter(name -> OldTools.ownerOf(name) != null)
                .map(name -> OldTools.ownerOf(name) + " (" + name + ")")
                .toList();
    }

    /** What migrations are about. */
    DatabaseSchema describe() {
        return Scope.ofMigrations(describeAll(), project.leftAlone());
    }

    /** Whether there is a history. */
    boolean hasHistory() {
        return ask(history::exists);
    }

    /** The history; empty without a table. */
    List<HistoryRow> rows() {
        return hasHistory() ? ask(history::rows) : List.of();
    }

    /** Waits for the lock, unless the environment turns locking off. */
    void lock() {
        String off = System.getenv("PRISMA_SCHEMA_DISABLE_ADVISORY_LOCK");
        if (off == null || off.isEmpty() || off.equals("0")) {
            run(() -> project.kind().lock(connection));
        }
    }

    void run(SqlAction action) {
        try {
            action.run();
        } catch (SQLException e) {
            throw MigrateErrors.databaseError(e.getMessage() == null ? "The database failed." : e.getMessage(), e);
        }
    }

    /** Does what belongs to a failure; if that fails too, the first failure is still the one that is told. */
    void note(MigrateException failure, SqlAction action) {
        try {
            action.run();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    interface Question<T> {
        T ask() throws SQLException;
    }

    <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (SQLException e) {
            throw MigrateErrors.databaseError(e.getMessage() == null ? "The database failed." : e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        run(connection::close);
    }
}
