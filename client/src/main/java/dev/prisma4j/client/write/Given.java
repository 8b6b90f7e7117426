package dev.prisma4j.client.write;

/** Marks, in the type of the data of a new row, a required field that has its value. */
public final class Given {
    private Given() {}
}
