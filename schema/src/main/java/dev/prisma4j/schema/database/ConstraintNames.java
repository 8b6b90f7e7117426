package dev.prisma4j.schema.database;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The names of constraints and indexes that the schema does not name: {@code Table_column_key} and the like, cut to the
 * length that the database allows. Existing databases hold names made this way, so the rule is part of the contract.
 *
 * @param maximumLength the longest name in UTF-8 bytes
 */
public record ConstraintNames(int maximumLength) {

    /** {@return the name of a primary key} */
    public String primaryKey(String table) {
        return limited(table, "_pkey");
    }

    /** {@return the name of a unique constraint} */
    public String unique(String table, List<String> columns) {
        return limited(table + "_" + String.join("_", columns), "_key");
    }

    /** {@return the name of an index} */
    public String index(String table, List<String> columns) {
        return limited(table + "_" + String.join("_", columns), "_idx");
    }

    /** {@return the name of a foreign key} */
    public String foreignKey(String table, List<String> columns) {
        return limited(table + "_" + String.join("_", columns), "_fkey");
    }

    /** {@return the name of a default} */
    public String defaultValue(String table, String column) {
        return limited(table + "_" + column, "_df");
    }

    /** The name with its suffix whole: what is too long is cut from the end of the rest, at the edge of a character. */
    private String limited(String base, String suffix) {
        int room = maximumLength - suffix.length();
        if (base.length() * 3 <= room) {
            return base + suffix;
        }
        byte[] bytes = base.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= room) {
            return base + suffix;
        }
        int end = room;
        while (end > 0 && (bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8) + suffix;
    }
}
