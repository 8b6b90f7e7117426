package dev.prisma4j.schema.source;

/**
 * A stretch of one source file, from {@code start} (inclusive) to {@code end} (exclusive), counted in UTF-16 units
 * from the start of the file like an index into a Java or JavaScript string.
 *
 * @param file the file that both offsets count in
 * @param start the first unit
 * @param end one past the last unit, at least {@code start}
 */
public record Span(SourceFile file, int start, int end) {

    /** @throws IndexOutOfBoundsException if the offsets are reversed or outside the file */
    public Span {
        if (start < 0 || end < start || end > file.text().length()) {
            throw new IndexOutOfBoundsException("no span " + start + ".." + end + " in " + file.name());
        }
    }

    /** {@return the text that is covered} */
    public String text() {
        return file.text().substring(start, end);
    }

    /** {@return the number of UTF-16 units that are covered} */
    public int length() {
        return end - start;
    }

    /** {@return the number of the line that {@link #start()} is on, from 1} */
    public int line() {
        return file.line(start);
    }

    /** {@return whether the offset is inside, the end not included} */
    public boolean contains(int offset) {
        return start <= offset && offset < end;
    }

    /** {@return the span from the start of this one to the end of the other, of the same file} */
    public Span to(Span last) {
        return new Span(file, start, last.end);
    }

    @Override
    public String toString() {
        return file.name() + ":" + start + ".." + end;
    }
}
