// The operations within an operation: nested reads, counts and writes, as interceptors see them.
package dev.prisma4j.client.tree;

import dev.prisma4j.engine.query.Create;
import dev.prisma4j.engine.query.CreateData;
import dev.prisma4j.engine.query.CreateMany;
import dev.prisma4j.engine.query.CreateManyAndReturn;
import dev.prisma4j.engine.query.Delete;
import dev.prisma4j.engine.query.DeleteManyAndReturn;
import dev.prisma4j.engine.query.FindFirst;
import dev.prisma4j.engine.query.FindMany;
import dev.prisma4j.engine.query.FindUnique;
import dev.prisma4j.engine.query.FindUniqueAll;
import dev.prisma4j.engine.query.NestedRead;
import dev.prisma4j.engine.query.NestedWrite;
import dev.prisma4j.engine.query.Query;
import dev.prisma4j.engine.query.Selection;
import dev.prisma4j.engine.query.Update;
import dev.prisma4j.engine.query.UpdateData;
import dev.prisma4j.engine.query.UpdateEach;
import dev.prisma4j.engine.query.UpdateManyAndReturn;
import dev.prisma4j.engine.query.Upsert;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.RelationField;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks an operation and lists what is nested in it, from the outside in. */
public final class QueryTree {
    private final List<Node> nodes = new ArrayList<>();

    private QueryTree() {}

    /**
     * An operation within another one.
     *
     * @param path the relation fields that lead to it
     * @param operation {@code read}, or the nested write as Prisma names it: {@code create}, {@code connect}, ...
     * @param write the nested write, or null for a nested read
     */
    public record Node(
            List<RelationField> path,
            String operation,
            @Nullable NestedWrite write) {
        public Node {
            path = List.copyOf(path);
        }

        /** The model whose rows it reads or writes. */
        public Model model() {
            return path.get(path.size() - 1).relatedModel();
        }

        /** For example {@code posts.comments create}. */
        @Override
        public String toString() {
            return String.join(".", path.stream().map(RelationField::name).toList()) + " " + operation;
        }
    }

    /** Everything nested in an operation; empty for raw SQL. */
    public static List<Node> nodes(Query<?> query) {
        QueryTree walk = new QueryTree();
        walk.writes(query);
        Selection<?> selection = selection(query);
        if (selection != null) {
            walk.reads(List.of(), selection);
        }
        return List.copyOf(walk.nodes);
    }

    /** What an operation reads of its rows; null where it only counts. */
    public static @Nullable Selection<?> selection(Query<?> query) {
        if (query instanceof FindUnique<?> find) {
            return find.selection();
        } else if (query instanceof FindFirst<?> find) {
            return find.selection();
        } else if (query instanceof FindMany<?> find) {
            return find.selection();
        } else if (query instanceof FindUniqueAll<?> find) {
            return find.selection();
        } else if (query instanceof Create<?> create) {
            return create.selection();
        } else if (query instanceof Update<?> update) {
            return update.selection();
        } else if (query instanceof Upsert<?> upsert) {
            return upsert.selection();
        } else if (query instanceof Delete<?> delete) {
            return delete.selection();
        } else if (query instanceof CreateManyAndReturn<?> create) {
            return create.selection();
        } else if (query instanceof UpdateManyAndReturn<?> update) {
            return update.selection();
        }
        return query instanceof DeleteManyAndReturn<?> delete ? delete.selection() : null;
    }

    private void writes(Query<?> query) {
        if (query instanceof Create<?> create) {
            data(List.of(), create.data());
        } else if (query instanceof CreateMany create) {
            create.rows().forEach(row -> data(List.of(), row));
        } else if (query instanceof CreateManyAndReturn<?> create) {
            create.rows().forEach(row -> data(List.of(), row));
        } else if (query instanceof Update<?> update) {
            nested(List.of(), update.data().relations());
        } else if (query instanceof Upsert<?> upsert) {
            data(List.of(), upsert.create());
            nested(List.of(), upsert.update().relations());
        } else if (query instanceof UpdateEach update) {
            update.changes().forEach(change -> nested(List.of(), change.data().relations()));
        }
    }

    private void data(List<RelationField> path, CreateData data) {
        nested(path, data.relations());
    }

    private void nested(List<RelationField> path, List<NestedWrite> writes) {
        for (NestedWrite write : writes) {
            List<RelationField> inner = new ArrayList<>(path);
            inner.add(write.relation());
            nodes.add(new Node(inner, operation(write), write));
            creates(write).forEach(data -> data(inner, data));
            updates(write).forEach(data -> nested(inner, data.relations()));
        }
    }

    private static String operation(NestedWrite write) {
        if (write instanceof NestedWrite.CreateRelated) {
            return "create";
        } else if (write instanceof NestedWrite.CreateManyRelated) {
            return "createMany";
        } else if (write instanceof NestedWrite.Connect) {
            return "connect";
        } else if (write instanceof NestedWrite.ConnectOrCreate) {
            return "connectOrCreate";
        } else if (write instanceof NestedWrite.Disconnect || write instanceof NestedWrite.DisconnectOne) {
            return "disconnect";
        } else if (write instanceof NestedWrite.SetRelated) {
            return "set";
        } else if (write instanceof NestedWrite.UpdateRelated || write instanceof NestedWrite.UpdateOne) {
            return "update";
        } else if (write instanceof NestedWrite.UpdateManyRelated) {
            return "updateMany";
        } else if (write instanceof NestedWrite.UpsertRelated || write instanceof NestedWrite.UpsertOne) {
            return "upsert";
        }
        return write instanceof NestedWrite.DeleteManyRelated ? "deleteMany" : "delete";
    }

    private static List<CreateData> creates(NestedWrite write) {
        if (write instanceof NestedWrite.CreateRelated create) {
            return create.rows();
        } else if (write instanceof NestedWrite.CreateManyRelated create) {
            return create.rows();
        } else if (write instanceof NestedWrite.ConnectOrCreate choice) {
            return choice.choices().stream()
                    .map(NestedWrite.ConnectOrCreate.Choice::create)
                    .toList();
        } else if (write instanceof NestedWrite.UpsertRelated upsert) {
            return upsert.choices().stream()
                    .map(NestedWrite.UpsertRelated.Choice::create)
                    .toList();
        }
        return write instanceof NestedWrite.UpsertOne upsert ? List.of(upsert.create()) : List.of();
    }

    /** The changes of related rows that a nested write may make. */
    static List<UpdateData> updates(NestedWrite write) {
        if (write instanceof NestedWrite.UpdateRelated update) {
            return update.changes().stream()
                    .map(NestedWrite.UpdateRelated.Change::data)
                    .toList();
        } else if (write instanceof NestedWrite.UpdateOne update) {
            return List.of(update.data());
        } else if (write instanceof NestedWrite.UpdateManyRelated update) {
            return update.changes().stream()
                    .map(NestedWrite.UpdateManyRelated.Change::data)
                    .toList();
        } else if (write instanceof NestedWrite.UpsertRelated upsert) {
            return upsert.choices().stream()
                    .map(NestedWrite.UpsertRelated.Choice::update)
                    .toList();
        }
        return write instanceof NestedWrite.UpsertOne upsert ? List.of(upsert.update()) : List.of();
    }

    private void reads(List<RelationField> path, Selection<?> selection) {
        for (NestedRead<?> read : selection.reads()) {
            List<RelationField> inner = new ArrayList<>(path);
            inner.add(read.relation());
            nodes.add(new Node(inner, "read", null));
            reads(inner, read.selection());
        }
    }
}
