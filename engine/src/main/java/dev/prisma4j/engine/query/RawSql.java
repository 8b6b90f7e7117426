package dev.prisma4j.engine.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SQL that a user wrote, with values apart from it. */
public sealed interface RawSql {
    /**
     * The values, in order: types as in {@link Query}, also Lists (arrays, where the database has them), LocalDateTime,
     * OffsetDateTime and null.
     */
    List<@Nullable Object> values();

    /**
     * Pieces of SQL with one value between each two, which the engine binds in the database's way.
     *
     * @param pieces one more than there are values
     */
    record Pieces(List<String> pieces, List<@Nullable Object> values) implements RawSql {
        public Pieces {
            pieces = List.copyOf(pieces);
            values = Collections.unmodifiableList(new ArrayList<>(values));
            if (pieces.size() != values.size() + 1) {
                throw new IllegalArgumentException("one value belongs between each two pieces");
            }
        }
    }

    /**
     * SQL with the database's own placeholders: {@code $1} on PostgreSQL, {@code ?} on MySQL and SQLite.
     *
     * @param sql the statement
     */
    record Text(String sql, List<@Nullable Object> values) implements RawSql {
        public Text {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }
    }
}
