package dev.prisma4j.engine.sql;

/** How a dialect writes a list of values of which only the statement's run knows the length. */
public interface ListStyle {
    /** For how many values room is made: lists are padded with their last value, so that few texts serve all lengths. */
    int room(int size);

    /** Whether a list of that length travels as one parameter. */
    boolean asOne(int size);

    /**
     * The text in place of the list.
     *
     * @param room as {@link #room} says
     * @param columns how many values each element has
     */
    String text(int room, int columns);
}
