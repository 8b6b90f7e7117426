package dev.prisma4j.client.result;

/** The type of a field that a query did not select: there is nothing to read from it. */
public final class NotSelected {
    /** Its only value. */
    public static final NotSelected VALUE = new NotSelected();

    private NotSelected() {}

    @Override
    public String toString() {
        return "(not selected)";
    }
}
