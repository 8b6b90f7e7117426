// What an update says whose row does not exist.
package dev.prisma4j.engine.write;

import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.error.PrismaException;
import dev.prisma4j.engine.query.NestedWrite;
import dev.prisma4j.engine.query.Unique;
import dev.prisma4j.engine.query.UpdateData;
import dev.prisma4j.schema.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * The row to change does not exist. Like with Prisma it is the first nested write that says so, in its own terms, if there
 * is one that needs the row.
 */
final class MissingParent {
    private final Statements statements;

    MissingParent(Statements statements) {
        this.statements = statements;
    }

    PrismaException failure(Model model, UpdateData data) {
        for (NestedWrite write : data.relations()) {
            Link link = Link.of(write.relation());
            PrismaException failure = ofChange(link, write);
            if (failure == null) {
                failure = link.isManyToMany()
                        ? ofTied(link, write)
                        : link.isHeldByParent()
                                ? ofHolder(link, write)
                                : link.isOneToOne() ? ofOnlyChild(link, write) : ofChildren(link, write);
            }
            if (failure != null) {
                return failure;
            }
        }
        return Errors.recordNotFound(model, "an update");
    }

    /** Changes of a related row, which are the same for all kinds of relations. */
    private static @Nullable PrismaException ofChange(Link link, NestedWrite write) {
        if (write instanceof NestedWrite.UpdateOne one && !isEmpty(one.data())
                || write instanceof NestedWrite.UpdateRelated update
                        && update.changes().stream().anyMatch(change -> !isEmpty(change.data()))) {
            return of(link.child(), link, "a nested update", null);
        } else if (write instanceof NestedWrite.DeleteOne) {
            return of(link.child(), link, "a nested delete", null);
        } else if (write instanceof NestedWrite.DeleteRelated delete
                && !delete.targets().isEmpty()) {
            return Errors.notConnected(link.relation().name(), link.parent(), link.child());
        }
        return null;
    }

    private static boolean isEmpty(UpdateData data) {
        return data.fields().isEmpty() && data.relations().isEmpty();
    }

    private static @Nullable PrismaException ofTied(Link link, NestedWrite write) {
        if (write instanceof NestedWrite.SetRelated) {
            return of(link.parent(), link, "a nested set", "disconnect existing child records");
        } else if (write instanceof NestedWrite.Disconnect disconnect) {
            return disconnect.targets().isEmpty() ? null : of(link.parent(), link, "a disconnect", null);
        }
        boolean ties = write instanceof NestedWrite.Connect connect
                        && !connect.targets().isEmpty()
                || write instanceof NestedWrite.CreateRelated create
                        && !create.rows().isEmpty()
                || write instanceof NestedWrite.ConnectOrCreate either
                        && !either.choices().isEmpty()
                || write instanceof NestedWrite.UpsertRelated upsert
                        && !upsert.choices().isEmpty();
        return ties ? of(link.parent(), link, "a connect", null) : null;
    }

    private static @Nullable PrismaException ofHolder(Link link, NestedWrite write) {
        if (write instanceof NestedWrite.UpsertOne) {
            return of(link.parent(), link, "a nested upsert", inlined("update", link.parent()));
        } else if (!link.isOneToOne()) {
            return null;
        } else if (write instanceof NestedWrite.Connect) {
            return of(link.parent(), link, "a nested connect", inlined("update", link.child()));
        } else if (write instanceof NestedWrite.CreateRelated) {
            return of(link.parent(), link, "a nested create", inlined("update", link.parent()));
        } else if (write instanceof NestedWrite.ConnectOrCreate) {
            return of(link.child(), link, "a nested connect or create", inlined("update", link.parent()));
        }
        return null;
    }

    private @Nullable PrismaException ofOnlyChild(Link link, NestedWrite write) {
        if (write instanceof NestedWrite.Connect connect) {
            return exists(link.child(), connect.targets().get(0))
                    ? of(link.parent(), link, "a nested connect", inlined("update", link.child()))
                    : of(link.child(), link, "a nested connect", null);
        } else if (write instanceof NestedWrite.CreateRelated) {
            return of(link.parent(), link, "a nested create", inlined("create", link.child()));
        } else if (write instanceof NestedWrite.ConnectOrCreate either) {
            boolean exists = exists(link.child(), either.choices().get(0).where());
            String need = exists ? "find '" + link.child().name() + "' record(s)" : inlined("create", link.child());
            return of(link.parent(), link, "a nested connect or create", need);
        } else if (write instanceof NestedWrite.UpsertOne) {
            return of(link.parent(), link, "a nested upsert", inlined("update", link.child()));
        }
        return null;
    }

    private @Nullable PrismaException ofChildren(Link link, NestedWrite write) {
        if (write instanceof NestedWrite.Connect connect && !connect.targets().isEmpty()) {
            return of(link.parent(), link, "a nested connect", relation(link.child()));
        } else if (write instanceof NestedWrite.CreateRelated create
                && !create.rows().isEmpty()) {
            return of(link.parent(), link, "a nested create", relation(link.parent()));
        } else if (write instanceof NestedWrite.CreateManyRelated many
                && !many.rows().isEmpty()) {
            return of(link.parent(), link, "a nested create", relation(link.child()));
        } else if (write instanceof NestedWrite.ConnectOrCreate either
                && !either.choices().isEmpty()) {
            boolean exists = exists(link.child(), either.choices().get(0).where());
            String need = inlined(exists ? "update" : "create", link.parent());
            return of(link.child(), link, "a nested connect or create", need);
        } else if (write instanceof NestedWrite.UpsertRelated upsert
                && !upsert.choices().isEmpty()) {
            return of(link.parent(), link, "a nested upsert", inlined("update", link.child()));
        } else if (write instanceof NestedWrite.SetRelated set && !set.targets().isEmpty()) {
            return of(link.parent(), link, "a nested set", null);
        }
        return null;
    }

    private boolean exists(Model model, Unique target) {
        return statements.exists(model, Conditions.of(target));
    }

    private static String inlined(String verb, Model holder) {
        return verb + " inlined relation for '" + holder.name() + "' record(s)";
    }

    private static String relation(Model holder) {
        return "inline the relation on '" + holder.name() + "' record(s)";
    }

    private static PrismaException of(Model missing, Link link, String operation, @Nullable String neededFor) {
        return Errors.relatedRecordNotFound(missing, link.relation().name(), link.kind(), operation, neededFor);
    }
}
