package dev.prisma4j.testkit.differential;

import dev.prisma4j.schema.model.DefaultValue;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.Relation;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The content of a database as literals: to compare two databases, and to go back to an earlier content. */
final class Tables implements AutoCloseable {
    private final Schema schema;
    private final DatabaseKind kind;
    private final Connection connection;
    private final List<String> names = new ArrayList<>();
    private final Map<String, List<String>> columns = new LinkedHashMap<>();
    private final Set<String> binary = new HashSet<>();

    Tables(Schema schema, TestDatabase database) throws SQLException {
        this.schema = schema;
        this.kind = database.kind();
        this.connection = database.connect();
        schema.models().forEach(model -> names.add(table(model)));
        schema.relations().stream()
                .filter(Relation::isManyToMany)
                .forEach(r -> names.add(within(r.fieldA().model(), r.joinTableName())));
        if (kind == DatabaseKind.SQLITE) {
            execute("PRAGMA synchronous = OFF");
        }
    }

    /** The rows of every table as lists of literals, sorted. */
    Map<String, List<String>> content() throws SQLException {
        Map<String, List<String>> content = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement()) {
            for (String table : names) {
                List<String> rows = new ArrayList<>();
                try (ResultSet result = statement.executeQuery(select(table))) {
                    int count = result.getMetaData().getColumnCount();
                    while (result.next()) {
                        List<String> row = new ArrayList<>();
                        for (int i = 1; i <= count; i++) {
                            row.add(String.valueOf(result.getString(i)));
                        }
                        rows.add(String.join(", ", row));
                    }
                }
                rows.sort(null);
                content.put(table, rows);
            }
        }
        return content;
    }

    /** Changes the tables themselves; those that are gone count no more. */
    void define(String sql) throws SQLException {
        execute(sql);
        columns.clear();
        for (String table : List.copyOf(names)) {
            try {
                columns(table);
            } catch (SQLException e) {
                names.remove(table);
            }
        }
    }

    private static String table(Model model) {
        return within(model, model.databaseName());
    }

    private static String within(Model model, String table) {
        return model.namespace() == null ? table : model.namespace() + "\".\"" + table;
    }

    /** Makes that content all that there is, and lets ids count on from it. */
    void restore(Map<String, List<String>> content) throws SQLException {
        switch (kind) {
            case SQLITE -> execute("PRAGMA foreign_keys = OFF");
            case POSTGRESQL -> execute("SET session_replication_role = replica");
            default -> execute("SET FOREIGN_KEY_CHECKS = 0");
        }
        Map<String, List<String>> present = content();
        List<String> changed = names.stream()
                .filter(table -> !present.getOrDefault(table, List.of()).equals(content.getOrDefault(table, List.of())))
                .toList();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String table : changed) {
                statement.execute("DELETE FROM " + quoted(table));
            }
            for (String table : changed) {
                List<String> rows = content.getOrDefault(table, List.of());
                if (!rows.isEmpty()) {
                    statement.execute("INSERT INTO " + quoted(table) + " ("
                            + String.join(
                                    ", ",
                                    columns(table).stream().map(this::quoted).toList()) + ") VALUES ("
                            + String.join("), (", rows) + ")");
                }
            }
            connection.commit();
            for (Model model : schema.models()) {
                for (ScalarField field : model.scalarFields()) {
                    boolean cheap = kind == DatabaseKind.SQLITE || kind == DatabaseKind.POSTGRESQL;
                    if (isCounted(field) && names.contains(table(model)) && (cheap || changed.contains(table(model)))) {
                        countOn(statement, quoted(table(model)), field);
                    }
                }
            }
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static boolean isCounted(ScalarField field) {
        return field.defaultValue().orElse(null) instanceof DefaultValue.Function function
                && function.name().equals("autoincrement");
    }

    private void countOn(Statement statement, String table, ScalarField field) throws SQLException {
        String column = quoted(field.databaseName());
        switch (kind) {
            case SQLITE ->
                statement.execute("UPDATE sqlite_sequence SET seq = (SELECT COALESCE(MAX(" + column + "), 0) FROM "
                        + table + ") WHERE name = '" + table.replace("\"", "") + "'");
            case POSTGRESQL ->
                statement.execute("SELECT setval(pg_get_serial_sequence('" + table + "', '" + field.databaseName()
                        + "'), (SELECT COALESCE(MAX(" + column + "), 0) + 1 FROM " + table + "), false)");
            default -> statement.execute("ALTER TABLE " + table + " AUTO_INCREMENT = 1");
        }
    }

    private String select(String table) throws SQLException {
        List<String> items = new ArrayList<>();
        for (String column : columns(table)) {
            items.add(literal(quoted(column), binary.contains(table + "." + column)));
        }
        return "SELECT " + String.join(", ", items) + " FROM " + quoted(table);
    }

    private String literal(String column, boolean binary) {
        return switch (kind) {
            case SQLITE -> "quote(" + column + ")";
            case POSTGRESQL -> "quote_nullable(" + column + "::text)";
            default -> binary ? "CONCAT('X''', HEX(" + column + "), '''')" : "QUOTE(CAST(" + column + " AS CHAR))";
        };
    }

    private List<String> columns(String table) throws SQLException {
        List<String> known = columns.get(table);
        if (known == null) {
            known = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery("SELECT * FROM " + quoted(table) + " WHERE 1 = 0")) {
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    String column = result.getMetaData().getColumnName(i);
                    known.add(column);
                    int type = result.getMetaData().getColumnType(i);
                    if (type == Types.BINARY
                            || type == Types.VARBINARY
                            || type == Types.LONGVARBINARY
                            || type == Types.BLOB) {
                        binary.add(table + "." + column);
                    }
                }
            }
            columns.put(table, known);
        }
        return known;
    }

    private String quoted(String name) {
        return kind == DatabaseKind.SQLITE || kind == DatabaseKind.POSTGRESQL ? '"' + name + '"' : '`' + name + '`';
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
