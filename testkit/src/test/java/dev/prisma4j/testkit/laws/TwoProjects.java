package dev.prisma4j.testkit.laws;

import dev.prisma4j.migrate.Migrate;
import dev.prisma4j.migrate.command.Dev;
import dev.prisma4j.migrate.command.DevOptions;
import dev.prisma4j.migrate.command.DevResult;
import dev.prisma4j.migrate.command.HistoryDiagnosis;
import dev.prisma4j.migrate.command.Progress;
import dev.prisma4j.migrate.command.Project;
import dev.prisma4j.migrate.error.MigrateException;
import dev.prisma4j.migrate.history.HistoryRow;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.source.SourceFile;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.TestDatabase;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One folder of migrations and two databases, ours and the reference's, which are asked for the same. */
final class TwoProjects implements AutoCloseable {
    private final ReferenceEngine reference;
    private final TestDatabase mine;
    private final TestDatabase theirs;
    private final Path root;
    private final List<String> differences = new ArrayList<>();
    private int asked;

    private TwoProjects(ReferenceEngine reference, TestDatabase mine, TestDatabase theirs, Path root) {
        this.reference = reference;
        this.mine = mine;
        this.theirs = theirs;
        this.root = root;
    }

    static TwoProjects start(DatabaseKind kind, ReferenceEngine reference, Path root) throws IOException {
        Files.createDirectories(root.resolve("migrations"));
        TwoProjects both = new TwoProjects(
                reference,
                TestDatabase.server(kind).fresh(),
                TestDatabase.server(kind).fresh(),
                root);
        both.lock("provider = \"" + kind.provider().text() + "\"\n");
        return both;
    }

    DatabaseKind kind() {
        return mine.kind();
    }

    List<String> differences() {
        return differences;
    }

    int asked() {
        return asked;
    }

    // ---- what happens to the files and the databases

    void write(String name, String script) throws IOException {
        writeFolder(name);
        Files.writeString(root.resolve("migrations/" + name + "/migration.sql"), script);
    }

    void writeFolder(String name) throws IOException {
        Files.createDirectories(root.resolve("migrations/" + name));
    }

    void delete(String name) throws IOException {
        Files.deleteIfExists(root.resolve("migrations/" + name + "/migration.sql"));
        Files.delete(root.resolve("migrations/" + name));
    }

    /** Writes the lock file; without text there is none. */
    void lock(String text) throws IOException {
        Path lock = root.resolve("migrations/migration_lock.toml");
        Files.writeString(lock, text);
        if (text.isEmpty()) {
            Files.delete(lock);
        }
    }

    void sql(String statement) throws SQLException {
        mine.execute(statement);
        theirs.execute(statement);
    }

    // ---- what is asked

    private String schema() {
        return "datasource db {\n  provider = \"" + mine.kind().provider().text() + "\"\n}\n";
    }

    private Migrate ours() {
        return Migrate.of(
                SchemaCompiler.compile(List.of(SourceFile.of("schema.prisma", schema())))
                        .orThrow(),
                mine.url(),
                root);
    }

    private Map<String, Object> migrations() throws IOException {
        return ReferenceEngine.migrations(root.resolve("migrations"));
    }

    private JsonNode theirs(String method, Map<String, Object> params) throws IOException {
        return reference.ask(theirs, schema(), List.of(ReferenceEngine.call(method, params)));
    }

    private interface Answer {
        String text();
    }

    private static String codeOr(Answer answer) {
        try {
            return answer.text();
        } catch (MigrateException e) {
            return "error " + e.code();
        }
    }

    private static String codeOf(JsonNode answer) {
        return "error " + (answer.hasNonNull("code") ? answer.get("code").asString() : answer.get("error"));
    }

    private void compare(String what, String our, String their) {
        if (their.equals("error P1014") && mine.kind() == DatabaseKind.SQLITE) {
            return; // its driver takes a missing history for a missing model
        }
        asked++;
        if (!our.equals(their)) {
            differences.add(what + "\n  we say      " + our + "\n  they say    " + their);
        }
    }

    void deploy() throws IOException, SQLException {
        JsonNode answer = theirs("applyMigrations", Map.of("migrationsList", migrations()));
        String their = answer.has("error")
                ? codeOf(answer)
                : answer.get("result").get("appliedMigrationNames").toString();
        String our = codeOr(() -> ours().deploy().stream()
                .map(n -> '"' + n + '"')
                .toList()
                .toString()
                .replace(", ", ","));
        // Where a script fails the reference gives the driver's message.
        boolean scriptFailed = our.equals("error P3018") && answer.has("error") && !their.startsWith("error P3");
        compare("deploy", our, scriptFailed ? our : their);
        compareRows();
        asked++;
        if (!Catalog.of(mine).equals(Catalog.of(theirs))) {
            differences.add("other tables " + Catalog.of(mine) + "\n" + Catalog.of(theirs));
        }
    }

    /** Where the tables are known to differ afterwards, because we run each script in one transaction. */
    void deployRows() throws IOException, SQLException {
        theirs("applyMigrations", Map.of("migrationsList", migrations()));
        codeOr(() -> ours().deploy().toString());
        compareRows();
    }

    void applied(String name) throws IOException, SQLException {
        JsonNode answer = theirs("markMigrationApplied", Map.of("migrationName", name, "migrationsList", migrations()));
        String our = codeOr(() -> {
            ours().markApplied(name);
            return "done";
        });
        compare("resolve --applied " + name, our, answer.has("error") ? codeOf(answer) : "done");
        compareRows();
    }

    void rolledBack(String name) throws IOException, SQLException {
        JsonNode answer = theirs("markMigrationRolledBack", Map.of("migrationName", name));
        if (answer.toString().contains("Invariant violation")) {
            return; // the reference has no word for a missing history here
        }
        String our = codeOr(() -> {
            ours().markRolledBack(name);
            return "done";
        });
        compare("resolve --rolled-back " + name, our, answer.has("error") ? codeOf(answer) : "done");
        compareRows();
    }

    /** Asks {@code migrate status}, and {@code migrate dev} whether it could begin. */
    void askAll() throws IOException {
        askHistory();
        JsonNode answer = theirs("devDiagnostic", Map.of("migrationsList", migrations()));
        String their;
        if (answer.has("error")) {
            their = codeOf(answer);
        } else {
            JsonNode action = answer.get("result").get("action");
            their = action.hasNonNull("reason") ? action.get("reason").asString() : "go on";
        }
        compare("dev", codeOr(this::ourDev), their);
    }

    /** The reasons for a reset; where there are none the command is stopped when it takes the lock, and has done nothing. */
    private String ourDev() {
        class Begun extends RuntimeException {
            private static final long serialVersionUID = 1L;
        }
        Project project = ours().project();
        var kind = (dev.prisma4j.migrate.database.DatabaseKind) Proxy.newProxyInstance(
                TwoProjects.class.getClassLoader(),
                new Class<?>[] {dev.prisma4j.migrate.database.DatabaseKind.class},
                (self, method, arguments) -> {
                    if (method.getName().equals("lock")) {
                        throw new Begun();
                    }
                    try {
                        return method.invoke(project.kind(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
        Project stopping = new Project(
                project.schema(),
                kind,
                project.address(),
                null,
                project.folder(),
                project.external(),
                "",
                project.clock());
        try {
            DevResult result =
                    new Dev(stopping, Progress.NONE).run(new DevOptions(() -> "none", true, dangers -> true));
            return result instanceof DevResult.ResetNeeded reset ? reset.text() : "no reset: " + result;
        } catch (Begun begun) {
            return "go on";
        }
    }

    void askHistory() throws IOException {
        JsonNode answer = theirs(
                "diagnoseMigrationHistory", Map.of("migrationsList", migrations(), "optInToShadowDatabase", false));
        String their;
        if (answer.has("error")) {
            their = codeOf(answer);
        } else {
            JsonNode result = answer.get("result");
            JsonNode history = result.get("history");
            boolean has = history != null && !history.isNull();
            their = "failed " + result.get("failedMigrationNames") + ", edited " + result.get("editedMigrationNames")
                    + ", table " + result.get("hasMigrationsTable") + ", unapplied "
                    + (has && history.has("unappliedMigrationNames") ? history.get("unappliedMigrationNames") : "[]")
                    + ", only in database "
                    + (has && history.has("unpersistedMigrationNames")
                            ? history.get("unpersistedMigrationNames")
                            : "[]");
        }
        compare("status", codeOr(this::ourStatus), their);
    }

    private String ourStatus() {
        HistoryDiagnosis history = ours().status().history();
        return "failed " + json(history.failed().stream().map(HistoryRow::name).toList()) + ", edited "
                + json(history.edited()) + ", table " + history.hasTable() + ", unapplied "
                + json(history.unapplied()) + ", only in database " + json(history.onlyInDatabase());
    }

    private static String json(List<String> names) {
        return names.stream().map(name -> '"' + name + '"').toList().toString().replace(", ", ",");
    }

    // ---- the rows of the history

    private void compareRows() throws SQLException {
        compare("the rows", rows(mine).toString(), rows(theirs).toString());
    }

    private static List<String> rows(TestDatabase database) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT migration_name, checksum, applied_steps_count,"
                        + " CASE WHEN finished_at IS NULL THEN '-' ELSE 'finished' END,"
                        + " CASE WHEN rolled_back_at IS NULL THEN '-' ELSE 'rolled back' END,"
                        + " CASE WHEN logs IS NULL THEN '-' WHEN logs = '' THEN 'empty' ELSE 'logs' END"
                        + " FROM _prisma_migrations ORDER BY migration_name, 5, 4")) {
            while (row.next()) {
                rows.add("\n    " + row.getString(1) + " " + row.getString(2).substring(0, 6) + " " + row.getInt(3)
                        + " " + row.getString(4) + " " + row.getString(5) + " " + row.getString(6));
            }
        } catch (SQLException none) {
            return List.of("none");
        }
        return rows;
    }

    @Override
    public void close() {
        mine.close();
        theirs.close();
    }
}
