package dev.prisma4j.engine.query;

import dev.prisma4j.schema.model.Model;

/** Counts rows. */
public record Count(Model model, ReadArguments arguments) implements Query<Long> {
    @Override
    public boolean isRead() {
        return true;
    }

    @Override
    public String operation() {
        return "count";
    }
}
