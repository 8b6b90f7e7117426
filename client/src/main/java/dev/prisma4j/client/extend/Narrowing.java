// Adds a condition to an operation: whatever rows it was about, it is about fewer now.
package dev.prisma4j.client.extend;

import dev.prisma4j.engine.query.Aggregate;
import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.Count;
import dev.prisma4j.engine.query.Delete;
import dev.prisma4j.engine.query.DeleteMany;
import dev.prisma4j.engine.query.DeleteManyAndReturn;
import dev.prisma4j.engine.query.FindFirst;
import dev.prisma4j.engine.query.FindMany;
import dev.prisma4j.engine.query.FindUnique;
import dev.prisma4j.engine.query.FindUniqueAll;
import dev.prisma4j.engine.query.GroupBy;
import dev.prisma4j.engine.query.Query;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.engine.query.Update;
import dev.prisma4j.engine.query.UpdateEach;
import dev.prisma4j.engine.query.UpdateMany;
import dev.prisma4j.engine.query.UpdateManyAndReturn;
import dev.prisma4j.engine.query.Upsert;
import dev.prisma4j.engine.query.UpsertMany;
import org.jspecify.annotations.Nullable;

/** The same operation with one more condition on its rows; those that make rows and raw SQL stay as they are. */
final class Narrowing {
    private Narrowing() {}

    static Query<?> of(Query<?> query, Condition condition) {
        if (query instanceof FindUnique<?> find) {
            return new FindUnique<>(find.model(), find.where().and(condition), find.selection(), find.options());
        } else if (query instanceof FindFirst<?> find) {
            return new FindFirst<>(
                    find.model(), narrowed(find.arguments(), condition), find.selection(), find.options());
        } else if (query instanceof FindMany<?> find) {
            return new FindMany<>(
                    find.model(), narrowed(find.arguments(), condition), find.selection(), find.options());
        } else if (query instanceof FindUniqueAll<?> find) {
            return new FindUniqueAll<>(
                    find.model(),
                    find.keys().stream().map(key -> key.and(condition)).toList(),
                    find.selection(),
                    find.options());
        } else if (query instanceof Count count) {
            return new Count(count.model(), narrowed(count.arguments(), condition));
        } else if (query instanceof Aggregate<?> aggregate) {
            return new Aggregate<>(
                    aggregate.model(),
                    narrowed(aggregate.arguments(), condition),
                    aggregate.aggregates(),
                    aggregate.reader());
        } else if (query instanceof GroupBy<?> group) {
            return group(group, condition);
        }
        return write(query, condition);
    }

    private static <T extends @Nullable Object> GroupBy<T> group(GroupBy<T> group, Condition condition) {
        return new GroupBy<>(
                group.model(),
                both(group.where(), condition),
                group.by(),
                group.aggregates(),
                group.having(),
                group.orderBy(),
                group.take(),
                group.skip(),
                group.reader());
    }

    private static Query<?> write(Query<?> query, Condition condition) {
        if (query instanceof Update<?> update) {
            return new Update<>(update.model(), update.where().and(condition), update.data(), update.selection());
        } else if (query instanceof UpdateEach update) {
            return new UpdateEach(
                    update.model(),
                    update.changes().stream()
                            .map(change -> new UpdateEach.Change(change.where().and(condition), change.data()))
                            .toList());
        } else if (query instanceof UpsertMany) {
            throw new UnsupportedOperationException("upsertMany cannot be narrowed by the condition of an extension:"
                    + " the database knows rows by their keys only. Use upsert.");
        } else if (query instanceof Upsert<?> upsert) {
            return new Upsert<>(
                    upsert.model(),
                    upsert.where().and(condition),
                    upsert.create(),
                    upsert.update(),
                    upsert.selection());
        } else if (query instanceof Delete<?> delete) {
            return new Delete<>(delete.model(), delete.where().and(condition), delete.selection());
        } else if (query instanceof UpdateMany update) {
            return new UpdateMany(update.model(), both(update.where(), condition), update.data(), update.limit());
        } else if (query instanceof UpdateManyAndReturn<?> update) {
            return new UpdateManyAndReturn<>(
                    update.model(), both(update.where(), condition), update.data(), update.limit(), update.selection());
        } else if (query instanceof DeleteMany delete) {
            return new DeleteMany(delete.model(), both(delete.where(), condition), delete.limit());
        } else if (query instanceof DeleteManyAndReturn<?> delete) {
            return new DeleteManyAndReturn<>(
                    delete.model(), both(delete.where(), condition), delete.limit(), delete.selection());
        }
        return query;
    }

    private static ReadArguments narrowed(ReadArguments arguments, Condition condition) {
        return arguments.and(condition);
    }

    private static Condition both(@Nullable Condition first, Condition second) {
        return first == null ? second : Condition.and(first, second);
    }
}
