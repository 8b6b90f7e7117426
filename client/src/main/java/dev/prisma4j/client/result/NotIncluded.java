package dev.prisma4j.client.result;

/** The type of a relation that a query did not include: there is nothing to read from it. */
public final class NotIncluded {
    /** Its only value. */
    public static final NotIncluded VALUE = new NotIncluded();

    private NotIncluded() {}

    @Override
    public String toString() {
        return "(not included)";
    }
}
