package dev.prisma4j.schema.source;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One schema file: its name, its text and where its lines begin. Immutable; two files are equal when name and text are.
 *
 * <p>Lines are counted by line feeds alone, which is what editors and the tools around the schema do. Offsets and
 * columns count UTF-16 units.
 */
public final class SourceFile {

    private final String name;
    private final String text;
    /** Built on first use; a benign race, since every thread computes the same array. */
    private int @Nullable [] lineStarts;

    private SourceFile(String name, String text) {
        this.name = Objects.requireNonNull(name, "name");
        this.text = Objects.requireNonNull(text, "text");
    }

    /**
     * {@return a file with this name and text}
     *
     * @param name how messages call the file, usually its path as the user gave it
     * @param text the whole text, with its line breaks as they are
     */
    public static SourceFile of(String name, String text) {
        return new SourceFile(name, text);
    }

    /** {@return how messages call the file} */
    public String name() {
        return name;
    }

    /** {@return the whole text} */
    public String text() {
        return text;
    }

    /** {@return a file with the same name and another text} */
    public SourceFile withText(String other) {
        return new SourceFile(name, other);
    }

    /** {@return the span from {@code start} to {@code end}} */
    public Span span(int start, int end) {
        return new Span(this, start, end);
    }

    /** {@return the number of lines; a text that ends in a line feed has an empty last line} */
    public int lineCount() {
        return starts().length;
    }

    /** {@return the number, from 1, of the line that the offset is on} */
    public int line(int offset) {
        Objects.checkIndex(offset, text.length() + 1);
        int found = Arrays.binarySearch(starts(), offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** {@return the number, from 1, of the unit at the offset within its line} */
    public int column(int offset) {
        return offset - lineStart(line(offset)) + 1;
    }

    /** {@return the offset where the line with this number, from 1, begins} */
    public int lineStart(int line) {
        return starts()[line - 1];
    }

    /** {@return the text of the line with this number, from 1, without its line break} */
    public String lineText(int line) {
        int start = lineStart(line);
        int end = line < lineCount() ? lineStart(line + 1) - 1 : text.length();
        if (end > start && line < lineCount() && text.charAt(end - 1) == '\r') {
            end--;
        }
        return text.substring(start, end);
    }

    private int[] starts() {
        int[] known = lineStarts;
        if (known == null) {
            known = findLineStarts(text);
            lineStarts = known;
        }
        return known;
    }

    private static int[] findLineStarts(String text) {
        int[] found = new int[Math.max(16, text.length() / 24)];
        int count = 1;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            if (count == found.length) {
                found = Arrays.copyOf(found, count * 2);
            }
            found[count++] = at + 1;
        }
        return Arrays.copyOf(found, count);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SourceFile file && name.equals(file.name) && text.equals(file.text);
    }

    @Override
    public int hashCode() {
        return name.hashCode() * 31 + text.length();
    }

    @Override
    public String toString() {
        return "SourceFile[" + name + ", " + text.length() + " units]";
    }
}
