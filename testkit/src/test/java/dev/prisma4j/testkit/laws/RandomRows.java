package dev.prisma4j.testkit.laws;

import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Puts rows into the tables of a random schema, and reads them again. */
final class RandomRows {
    private final TestDatabase database;
    private final RandomSchema schema;
    private final Map<String, Integer> counts = new HashMap<>();

    RandomRows(TestDatabase database, RandomSchema schema) {
        this.database = database;
        this.schema = schema;
    }

    /** Up to three rows for each table; a row can refer only to rows that are there. */
    void insert(Random random) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (RandomSchema.Model model : schema.models()) {
                int wanted = random.nextInt(4);
                int made = 0;
                for (int row = 1; row <= wanted; row++) {
                    String sql = sql(model, row, random);
                    if (!sql.isEmpty()) {
                        statement.executeUpdate(sql);
                        made++;
                    }
                }
                counts.put(model.name(), made);
            }
        }
    }

    private String sql(RandomSchema.Model model, int row, Random random) {
        List<String> columns = new ArrayList<>(List.of(quoted("id")));
        List<String> values = new ArrayList<>(List.of(literal(model.idType(), row)));
        for (RandomSchema.Field field : model.fields()) {
            columns.add(quoted(field.name()));
            values.add(value(field, row, random));
        }
        for (RandomSchema.Link link : model.links()) {
            int there = link.target().equals(model.name()) ? 0 : counts.getOrDefault(link.target(), 0);
            boolean possible = there > 0 && (!link.unique() || row <= there);
            if (!possible && !link.optional()) {
                return "";
            }
            columns.add(quoted(link.name() + "Id"));
            int target = link.unique() ? row : 1;
            values.add(possible ? literal(schema.model(link.target()).idType(), target) : "NULL");
        }
        return "INSERT INTO " + quoted(model.table()) + " (" + String.join(", ", columns) + ") VALUES ("
                + String.join(", ", values) + ")";
    }

    private String value(RandomSchema.Field field, int row, Random random) {
        if (field.isOptional() && random.nextInt(3) == 0) {
            return "NULL";
        }
        if (field.isList()) {
            return "'{}'";
        }
        List<String> options = schema.enumValues(field.type());
        return options.isEmpty() ? literal(field.type(), row) : "'" + options.get(random.nextInt(options.size())) + "'";
    }

    private String literal(String type, int row) {
        return FieldTypes.literal(database.kind(), type, row);
    }

    private String quoted(String name) {
        boolean ticks = database.kind() == DatabaseKind.MYSQL || database.kind() == DatabaseKind.MARIADB;
        return ticks ? "`" + name + "`" : "\"" + name + "\"";
    }

    /** How many rows a table has. */
    int count(String table) throws SQLException {
        return Integer.parseInt(read("SELECT COUNT(*) FROM " + quoted(table)).get(0));
    }

    /** The values of a column, by the id of their rows. */
    List<String> values(String table, String column) throws SQLException {
        return read("SELECT " + quoted(column) + " FROM " + quoted(table) + " ORDER BY " + quoted("id"));
    }

    private List<String> read(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(String.valueOf(rows.getString(1)));
            }
        }
        return found;
    }
}
