// The tables of a schema, as plain as tests need them, on every database of the matrix.
package dev.prisma4j.testkit.write;

import dev.prisma4j.schema.model.DefaultValue;
import dev.prisma4j.schema.model.EnumType;
import dev.prisma4j.schema.model.Field;
import dev.prisma4j.schema.model.Index;
import dev.prisma4j.schema.model.IndexField;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.ReferentialAction;
import dev.prisma4j.schema.model.Relation;
import dev.prisma4j.schema.model.RelationMode;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.ScalarType;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes and empties tables without migrations, which are tested elsewhere. */
final class PlainTables {
    private final Schema schema;
    private final DatabaseKind kind;
    private final List<String> tables = new ArrayList<>();

    PlainTables(Schema schema, DatabaseKind kind) {
        this.schema = schema;
        this.kind = kind;
        schema.models().forEach(model -> tables.add(model.databaseName()));
        schema.relations().stream()
                .filter(Relation::isManyToMany)
                .forEach(relation -> tables.add(relation.joinTableName()));
    }

    void create(TestDatabase database) throws SQLException {
        List<String> all = new ArrayList<>();
        List<String> later = new ArrayList<>();
        if (kind == DatabaseKind.POSTGRESQL) {
            schema.enums()
                    .forEach(
                            type -> all.add("CREATE TYPE " + quoted(type.databaseName()) + " AS ENUM " + values(type)));
        }
        for (Model model : schema.models()) {
            all.add(table(model, later));
            for (Index index : model.indexes()) {
                if (index.isUnique()) {
                    all.add("CREATE UNIQUE INDEX " + quoted(index.databaseName()) + " ON "
                            + quoted(model.databaseName()) + " ("
                            + columns(index.fields().stream()
                                    .map(IndexField::field)
                                    .toList()) + ")");
                }
            }
        }
        schema.relations().stream().filter(Relation::isManyToMany).forEach(relation -> all.add(joinTable(relation)));
        all.addAll(later);
        database.execute(all.toArray(String[]::new));
    }

    /** The rows of all tables. */
    Map<String, List<Object[]>> rows(Connection connection) throws SQLException {
        Map<String, List<Object[]>> all = new LinkedHashMap<>();
        for (String table : tables) {
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery("SELECT * FROM " + quoted(table))) {
                List<Object[]> rows = new ArrayList<>();
                while (result.next()) {
                    Object[] row = new Object[result.getMetaData().getColumnCount()];
                    for (int i = 0; i < row.length; i++) {
                        row[i] = result.getObject(i + 1);
                    }
                    rows.add(row);
                }
                all.put(table, rows);
            }
        }
        return all;
    }

    /** Makes these rows all that there are, and counts ids on from them. */
    void restore(Connection connection, Map<String, List<Object[]>> rows) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            switch (kind) {
                case SQLITE -> statement.execute("PRAGMA foreign_keys = OFF");
                case POSTGRESQL -> statement.execute("SET session_replication_role = replica");
                default -> statement.execute("SET FOREIGN_KEY_CHECKS = 0");
            }
            connection.setAutoCommit(false);
            for (String table : tables) {
                statement.execute("DELETE FROM " + quoted(table));
            }
            if (kind == DatabaseKind.SQLITE) {
                statement.execute("DELETE FROM sqlite_sequence");
            }
            for (String table : tables) {
                insert(connection, table, rows.getOrDefault(table, List.of()));
            }
            for (Model model : schema.models()) {
                for (ScalarField field : model.scalarFields()) {
                    if (isCounted(field)) {
                        countOn(statement, quoted(model.databaseName()), field);
                    }
                }
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private void insert(Connection connection, String table, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        String marks = String.join(", ", Collections.nCopies(rows.get(0).length, "?"));
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + quoted(table) + " VALUES (" + marks + ")")) {
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    insert.setObject(i + 1, row[i]);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void countOn(Statement statement, String table, ScalarField field) throws SQLException {
        if (kind == DatabaseKind.POSTGRESQL) {
            String max = "(SELECT MAX(" + quoted(field.databaseName()) + ") FROM " + table + ")";
            statement.execute("SELECT setval(pg_get_serial_sequence('" + table + "', '" + field.databaseName()
                    + "'), COALESCE(" + max + ", 1), " + max + " IS NOT NULL)");
        } else if (kind != DatabaseKind.SQLITE) {
            statement.execute("ALTER TABLE " + table + " AUTO_INCREMENT = 1");
        }
    }

    String quoted(String name) {
        String quote = kind == DatabaseKind.MYSQL || kind == DatabaseKind.MARIADB ? "`" : "\"";
        return quote + name.replace(quote, quote + quote) + quote;
    }

    private String table(Model model, List<String> later) {
        List<String> parts = new ArrayList<>();
        boolean keyed = false;
        for (ScalarField field : model.scalarFields()) {
            String column = quoted(field.databaseName()) + " " + type(field) + (field.isRequired() ? " NOT NULL" : "");
            if (isCounted(field)) {
                keyed = true;
                column += " PRIMARY KEY";
                column += switch (kind) {
                    case SQLITE -> " AUTOINCREMENT";
                    case POSTGRESQL -> "";
                    default -> " AUTO_INCREMENT";
                };
            }
            parts.add(column);
        }
        if (!keyed) {
            model.primaryKey()
                    .ifPresent(key -> parts.add("PRIMARY KEY ("
                            + columns(
                                    key.fields().stream().map(IndexField::field).toList()) + ")"));
        }
        for (Relation relation : schema.relations()) {
            Relation.ForeignKey key = relation.foreignKey();
            if (key != null && key.field().model() == model && keepsForeignKeys()) {
                String constraint = "FOREIGN KEY (" + columns(key.fields()) + ") REFERENCES "
                        + quoted(key.field().relatedModel().databaseName()) + " (" + columns(key.references())
                        + ") ON DELETE " + action(key.onDelete()) + " ON UPDATE " + action(key.onUpdate());
                if (kind == DatabaseKind.SQLITE) {
                    parts.add(constraint);
                } else {
                    later.add("ALTER TABLE " + quoted(model.databaseName()) + " ADD CONSTRAINT "
                            + quoted(key.constraintName()) + " " + constraint);
                }
            }
        }
        return "CREATE TABLE " + quoted(model.databaseName()) + " (" + String.join(", ", parts) + ")";
    }

    private String joinTable(Relation relation) {
        List<String> parts = new ArrayList<>();
        List<Model> sides = List.of(relation.fieldA().model(), relation.fieldB().model());
        for (int i = 0; i < 2; i++) {
            ScalarField id =
                    sides.get(i).primaryKey().orElseThrow().fields().get(0).field();
            parts.add(quoted(i == 0 ? "A" : "B") + " " + plainType(id) + " NOT NULL");
        }
        parts.add("PRIMARY KEY (" + quoted("A") + ", " + quoted("B") + ")");
        for (int i = 0; i < 2 && keepsForeignKeys(); i++) {
            ScalarField id =
                    sides.get(i).primaryKey().orElseThrow().fields().get(0).field();
            parts.add("FOREIGN KEY (" + quoted(i == 0 ? "A" : "B") + ") REFERENCES "
                    + quoted(sides.get(i).databaseName()) + " (" + quoted(id.databaseName())
                    + ") ON DELETE CASCADE ON UPDATE CASCADE");
        }
        return "CREATE TABLE " + quoted(relation.joinTableName()) + " (" + String.join(", ", parts) + ")";
    }

    private boolean keepsForeignKeys() {
        return schema.datasource().orElseThrow().relationMode() == RelationMode.FOREIGN_KEYS;
    }

    private static String action(ReferentialAction action) {
        return switch (action) {
            case CASCADE -> "CASCADE";
            case RESTRICT -> "RESTRICT";
            case NO_ACTION -> "NO ACTION";
            case SET_NULL -> "SET NULL";
            case SET_DEFAULT -> "SET DEFAULT";
        };
    }

    private String columns(List<ScalarField> fields) {
        return fields.stream().map(field -> quoted(field.databaseName())).collect(Collectors.joining(", "));
    }

    private static boolean isCounted(Field field) {
        return field instanceof ScalarField scalar
                && scalar.defaultValue().orElse(null) instanceof DefaultValue.Function function
                && function.name().equals("autoincrement");
    }

    private String type(ScalarField field) {
        if (isCounted(field) && kind == DatabaseKind.POSTGRESQL) {
            return "SERIAL";
        } else if (field.type() instanceof EnumType type) {
            return switch (kind) {
                case SQLITE -> "TEXT";
                case POSTGRESQL -> quoted(type.databaseName());
                default -> "ENUM " + values(type);
            };
        }
        return plainType(field) + (field.isList() ? "[]" : "");
    }

    private static String values(EnumType type) {
        return type.values().stream()
                .map(value -> "'" + value.databaseName() + "'")
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private String plainType(ScalarField field) {
        boolean mysql = kind == DatabaseKind.MYSQL || kind == DatabaseKind.MARIADB;
        boolean sqlite = kind == DatabaseKind.SQLITE;
        return switch ((ScalarType) field.type()) {
            case INT -> "INTEGER";
            case BIG_INT -> "BIGINT";
            case STRING -> mysql ? "VARCHAR(191)" : "TEXT";
            case BOOLEAN -> "BOOLEAN";
            case FLOAT -> sqlite ? "REAL" : mysql ? "DOUBLE" : "DOUBLE PRECISION";
            case DECIMAL -> sqlite ? "DECIMAL" : "DECIMAL(65,30)";
            case DATE_TIME -> sqlite ? "DATETIME" : mysql ? "DATETIME(3)" : "TIMESTAMP(3)";
            case JSON -> mysql ? "JSON" : "JSONB";
            case BYTES -> sqlite ? "BLOB" : mysql ? "LONGBLOB" : "BYTEA";
        };
    }
}
