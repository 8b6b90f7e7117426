package dev.prisma4j.migrate.mysql;

import dev.prisma4j.migrate.table.ColumnType;
import java.util.ArrayList;
import java.util.List;

/** The values of an enum column, read from its type. */
final class MysqlEnums {
    private MysqlEnums() {}

    static List<String> values(ColumnType type) {
        return parse(type.sql());
    }

    /** The values of {@code enum('a','b')}. */
    static List<String> parse(String sql) {
        List<String> values = new ArrayList<>();
        int at = sql.indexOf('\'');
        while (at >= 0) {
            StringBuilder value = new StringBuilder();
            int i = at + 1;
            while (i < sql.length()) {
                char c = sql.charAt(i);
                if (c == '\'' && (i + 1 >= sql.length() || sql.charAt(i + 1) != '\'')) {
                    break;
                }
                if ((c == '\'' || c == '\\') && i + 1 < sql.length()) {
                    i++;
                }
                value.append(sql.charAt(i));
                i++;
            }
            values.add(value.toString());
            at = sql.indexOf('\'', i + 1);
        }
        return values;
    }
}
