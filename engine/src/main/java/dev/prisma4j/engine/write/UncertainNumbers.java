package dev.prisma4j.engine.write;

/**
 * New rows were made, but not only they, so that nobody knows which numbers are theirs. Whoever runs the write takes it back
 * and has the rows given back the next time.
 */
final class UncertainNumbers extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UncertainNumbers() {
        super("Triggers wrote rows, too.", null, false, false);
    }
}
