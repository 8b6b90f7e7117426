// The numbers that scripts see.
package dev.prisma4j.cli.failure;

/** What commands return to the shell; the numbers are Prisma's. */
public final class ExitStatus {
    public static final int DONE = 0;
    public static final int FAILED = 1;
    /** {@code migrate diff --exit-code} found a difference. */
    public static final int DIFFERENT = 2;
    /** A prompt was not answered, or the database must be reset first. */
    public static final int CANCELLED = 130;

    private ExitStatus() {}
}
