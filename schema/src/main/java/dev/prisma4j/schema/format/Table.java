package dev.prisma4j.schema.format;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines whose cells stand in columns. A column is as wide as its widest cell, counted in bytes of UTF-8 as the
 * reference does. Lines without cells may stand between and change nothing.
 */
final class Table {

    /** A line: its cells, the last of them not empty, and what follows the last one without alignment. */
    private record Row(List<String> cells, String suffix) {}

    private final String indent;
    private final List<Row> rows = new ArrayList<>();

    Table(String indent) {
        this.indent = indent;
    }

    /** Adds a line with cells; empty ones at the end are left out. The suffix ends with a line break. */
    void row(List<String> cells, String suffix) {
        int count = cells.size();
        while (count > 0 && cells.get(count - 1).isEmpty()) {
            count--;
        }
        rows.add(new Row(cells.subList(0, count), suffix));
    }

    /** Adds a line that is no part of the columns; it ends with its own line break. */
    void line(String text) {
        rows.add(new Row(List.of(), text));
    }

    /** Writes the lines and forgets them, so that the next ones have columns of their own. */
    void flush(StringBuilder out) {
        int[] widths = widths();
        for (Row row : rows) {
            out.append(indent);
            for (int i = 0; i < row.cells.size(); i++) {
                String cell = row.cells.get(i);
                out.append(cell);
                if (i + 1 < row.cells.size()) {
                    out.append(" ".repeat(widths[i] - width(cell) + 1));
                }
            }
            out.append(row.suffix);
        }
        rows.clear();
    }

    private int[] widths() {
        int columns = 0;
        for (Row row : rows) {
            columns = Math.max(columns, row.cells.size());
        }
        int[] widths = new int[columns];
        for (Row row : rows) {
            for (int i = 0; i < row.cells.size(); i++) {
                widths[i] = Math.max(widths[i], width(row.cells.get(i)));
            }
        }
        return widths;
    }

    /** The number of bytes that the text takes in UTF-8. */
    static int width(String text) {
        int width = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                // two units of a surrogate pair make four bytes
                width += c >= 0x800 && !Character.isSurrogate(c) ? 2 : 1;
            }
        }
        return width;
    }
}
