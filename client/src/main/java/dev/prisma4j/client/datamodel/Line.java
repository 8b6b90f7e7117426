package dev.prisma4j.client.datamodel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the text: cells separated by {@code |}. A backslash goes before a {@code |}, a backslash, a newline
 * (written {@code \n}) and stands alone as {@code \0} for null.
 */
final class Line {
    private final List<@Nullable String> cells;
    private int at;

    private Line(List<@Nullable String> cells) {
        this.cells = cells;
    }

    static Line of() {
        return new Line(new ArrayList<>());
    }

    static Line parse(String text) {
        List<@Nullable String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean isNull = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '|') {
                cells.add(isNull ? null : cell.toString());
                cell.setLength(0);
                isNull = false;
            } else if (c == '\\') {
                char escaped = text.charAt(++i);
                isNull = escaped == '0';
                cell.append(escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : escaped);
            } else {
                cell.append(c);
            }
        }
        cells.add(isNull ? null : cell.toString());
        return new Line(cells);
    }

    Line add(@Nullable String value) {
        cells.add(value);
        return this;
    }

    Line add(boolean value) {
        return add(value ? "1" : "0");
    }

    Line add(int value) {
        return add(Integer.toString(value));
    }

    Line addAll(List<String> values) {
        add(values.size());
        values.forEach(this::add);
        return this;
    }

    @Nullable
    String optional() {
        return cells.get(at++);
    }

    String text() {
        String value = optional();
        if (value == null) {
            throw new IllegalStateException("The datamodel in the generated code is damaged: generate it again.");
        }
        return value;
    }

    boolean flag() {
        return text().equals("1");
    }

    int number() {
        return Integer.parseInt(text());
    }

    List<String> texts() {
        int count = number();
        List<String> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(text());
        }
        return values;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (String cell : cells) {
            if (text.length() > 0) {
                text.append('|');
            }
            text.append(cell == null ? "\\0" : escaped(cell));
        }
        return text.toString();
    }

    private static String escaped(String cell) {
        return cell.replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }
}
