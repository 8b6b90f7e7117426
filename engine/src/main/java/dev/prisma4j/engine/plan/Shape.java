package dev.prisma4j.engine.plan;

import org.jspecify.annotations.Nullable;

/** Everything about a query but its values: equal shapes have the same plan. */
public final class Shape {
    private final @Nullable Object[] tokens;
    private final int hash;

    Shape(@Nullable Object[] tokens, int hash) {
        this.tokens = tokens;
        this.hash = hash;
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof Shape shape) || shape.hash != hash || shape.tokens.length != tokens.length) {
            return false;
        }
        for (int i = 0; i < tokens.length; i++) {
            Object mine = tokens[i];
            Object its = shape.tokens[i];
            if (mine != its && (mine == null || !mine.equals(its))) {
                return false;
            }
        }
        return true;
    }
}
