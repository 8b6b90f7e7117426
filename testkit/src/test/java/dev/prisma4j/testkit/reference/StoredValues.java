package dev.prisma4j.testkit.reference;

import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.TestDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All values that a database holds, so that one can tell what a change took away.
 *
 * @param columns the values of each column, sorted and without NULLs, by {@code table.column}
 */
record StoredValues(Map<String, List<String>> columns) {
    static StoredValues of(TestDatabase database) throws SQLException {
        Map<String, List<String>> columns = new TreeMap<>();
        try (Connection connection = database.connect()) {
            String quote = connection.getMetaData().getIdentifierQuoteString();
            for (String table : tables(connection, database.kind())) {
                String name = quote + table.replace(quote, quote + quote) + quote;
                try (Statement statement = connection.createStatement();
                        ResultSet rows = statement.executeQuery("SELECT * FROM " + name)) {
                    read(table, rows, columns);
                }
            }
        }
        columns.values().forEach(values -> values.sort(null));
        return new StoredValues(columns);
    }

    private static List<String> tables(Connection connection, DatabaseKind kind) throws SQLException {
        String query = switch (kind) {
            case SQLITE -> "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'";
            case POSTGRESQL -> "SELECT tablename FROM pg_tables WHERE schemaname = 'public'";
            case MYSQL, MARIADB ->
                "SELECT table_name FROM information_schema.tables" + " WHERE table_schema = DATABASE()";
        };
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static void read(String table, ResultSet rows, Map<String, List<String>> columns) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            names.add(table + "." + rows.getMetaData().getColumnName(i));
        }
        names.forEach(name -> columns.put(name, new ArrayList<>()));
        while (rows.next()) {
            for (int i = 0; i < names.size(); i++) {
                String value = rows.getString(i + 1);
                if (value != null) {
                    columns.get(names.get(i)).add(plain(value));
                }
            }
        }
    }

    /** The same text for the same number and moment, however many digits the column has. */
    private static String plain(String value) {
        if (value.matches("-?\\d+(\\.\\d+)?(E-?\\d+)?")) {
            return new BigDecimal(value).stripTrailingZeros().toPlainString();
        }
        return value.matches("[-\\d]* ?\\d\\d:\\d\\d:\\d\\d\\.\\d+") ? value.replaceFirst("\\.?0+$", "") : value;
    }

    /** The columns whose values are not all there any more. */
    List<String> notIn(StoredValues after) {
        List<String> lost = new ArrayList<>();
        columns.forEach((column, values) -> {
            List<String> left = new ArrayList<>(after.columns().getOrDefault(column, List.of()));
            if (!values.stream().allMatch(left::remove)) {
                lost.add(column + " had " + values + " and has " + left);
            }
        });
        return lost;
    }
}
