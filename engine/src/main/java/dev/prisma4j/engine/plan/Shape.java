package dev.prisma4j.engine.plan;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Everything about a query but its values: equal shapes have the same plan. */
public final class Shape {
    private static final int LARGE = 2000;

    private final @Nullable Object[] tokens;
    private final int count;
    private final int hash;

    /** @param tokens the array is not copied; only the first {@code count} are meant */
    Shape(@Nullable Object[] tokens, int count, int hash) {
        this.tokens = tokens;
        this.count = count;
        this.hash = hash;
    }

    /** Whether so much hangs on it that a cache of such shapes would fill the memory. */
    boolean isLarge() {
        return count > LARGE;
    }

    /** Its parts; only of one that is {@link #kept}. */
    @Nullable
    Object[] tokens() {
        return tokens;
    }

    /** The same, sharing nothing and no larger than it has to be. */
    Shape kept() {
        return new Shape(Arrays.copyOf(tokens, count), count, hash);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof Shape shape) || shape.hash != hash || shape.count != count) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            Object mine = tokens[i];
            Object its = shape.tokens[i];
            if (mine != its && (mine == null || !mine.equals(its))) {
                return false;
            }
        }
        return true;
    }
}
