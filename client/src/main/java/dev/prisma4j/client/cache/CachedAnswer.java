package dev.prisma4j.client.cache;

import java.util.List;

/** The rows of an answer, when they were read, and how often each of its names had been forgotten by then. */
public final class CachedAnswer {
    private final List<CapturedRow> rows;
    private final long readAt;
    private final List<Long> versions;

    CachedAnswer(List<CapturedRow> rows, long readAt, List<Long> versions) {
        this.rows = List.copyOf(rows);
        this.readAt = readAt;
        this.versions = List.copyOf(versions);
    }

    List<CapturedRow> rows() {
        return rows;
    }

    /** When it was read, in milliseconds since 1970. */
    public long readAt() {
        return readAt;
    }

    List<Long> versions() {
        return versions;
    }

    /** As bytes, for stores outside of the process. */
    public byte[] encode() {
        return AnswerCodec.encode(this);
    }

    /**
     * Of bytes that {@link #encode} made.
     *
     * @throws IllegalArgumentException if they are something else, or were made by another version of the library
     */
    public static CachedAnswer decode(byte[] bytes) {
        return AnswerCodec.decode(bytes);
    }
}
