package dev.prisma4j.engine.query;

import dev.prisma4j.engine.result.RawReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the user's SQL and reads its rows. */
public record RawQuery<T extends @Nullable Object>(RawSql sql, RawReader<T> reader) implements Query<List<T>> {
    @Override
    public String operation() {
        return "queryRaw";
    }
}
