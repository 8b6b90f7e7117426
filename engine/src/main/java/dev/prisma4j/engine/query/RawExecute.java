package dev.prisma4j.engine.query;

/** Runs the user's SQL and tells how many rows it changed. */
public record RawExecute(RawSql sql) implements Query<Long> {
    @Override
    public String operation() {
        return "executeRaw";
    }
}
