package dev.prisma4j.client.cache;

import dev.prisma4j.engine.query.Aggregate;
import dev.prisma4j.engine.query.Count;
import dev.prisma4j.engine.query.FindFirst;
import dev.prisma4j.engine.query.FindMany;
import dev.prisma4j.engine.query.FindUnique;
import dev.prisma4j.engine.query.GroupBy;
import dev.prisma4j.engine.query.NestedRead;
import dev.prisma4j.engine.query.Query;
import dev.prisma4j.engine.query.Selection;
import dev.prisma4j.schema.model.Model;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a read asks of which database, values included, but not what is made of its rows: reads with equal keys have equal
 * answers.
 */
public final class CacheKey {
    private final List<@Nullable Object> parts;
    private final int hash;

    private CacheKey(List<@Nullable Object> parts) {
        this.parts = parts;
        this.hash = parts.hashCode();
    }

    /**
     * The key of a read.
     *
     * @param place which database it asks
     */
    static CacheKey of(Query<?> query, List<?> place) {
        List<@Nullable Object> parts = parts(query);
        parts.add(place);
        return new CacheKey(parts);
    }

    private static List<@Nullable Object> parts(Query<?> query) {
        if (query instanceof FindUnique<?> find) {
            return key("findUnique", find.model(), find.where(), structure(find.selection()), find.options());
        } else if (query instanceof FindFirst<?> find) {
            return key("findFirst", find.model(), find.arguments(), structure(find.selection()), find.options());
        } else if (query instanceof FindMany<?> find) {
            return key("findMany", find.model(), find.arguments(), structure(find.selection()), find.options());
        } else if (query instanceof Count count) {
            return key("count", count.model(), count.arguments());
        } else if (query instanceof Aggregate<?> aggregate) {
            return key("aggregate", aggregate.model(), aggregate.arguments(), aggregate.aggregates());
        } else if (query instanceof GroupBy<?> group) {
            return key(
                    "groupBy",
                    group.model(),
                    group.where(),
                    group.by(),
                    group.aggregates(),
                    group.having(),
                    group.orderBy(),
                    group.take(),
                    group.skip());
        }
        throw new IllegalArgumentException("The answer of " + query.operation() + " cannot be kept.");
    }

    private static List<@Nullable Object> key(String operation, Model model, @Nullable Object... arguments) {
        List<@Nullable Object> parts = new ArrayList<>(arguments.length + 3);
        parts.add(operation);
        parts.add(model);
        parts.addAll(Arrays.asList(arguments));
        return parts;
    }

    private static List<Object> structure(Selection<?> selection) {
        List<Object> nested = new ArrayList<>();
        for (NestedRead<?> read : selection.reads()) {
            nested.add(List.of(read.relation(), read.arguments(), structure(read.selection())));
        }
        return List.of(selection.scalars(), nested, selection.counts(), selection.computed());
    }

    /** The key as a text of letters and digits that is the same in every process: for stores that several share. */
    public String text() {
        return KeyText.of(parts);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CacheKey key && key.hash == hash && key.parts.equals(parts);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** Without values, which may be secret. */
    @Override
    public String toString() {
        return parts.get(1) + "." + parts.get(0);
    }
}
