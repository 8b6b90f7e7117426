package dev.prisma4j.engine.write;

import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.error.PrismaException;
import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.CreateData;
import dev.prisma4j.engine.query.NestedWrite;
import dev.prisma4j.engine.query.Unique;
import dev.prisma4j.engine.query.UpdateData;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.Relation;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.ScalarField;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a write does to the rows that are related, or shall be, to one row that exists. */
final class RelatedRows {
    private final WriteRun run;

    RelatedRows(WriteRun run) {
        this.run = run;
    }

    /**
     * Does one nested write.
     *
     * @param row the parent, with the fields of the link's tie
     * @param isNew whether the parent was made in this operation, so that nothing can be related to it yet
     */
    void apply(Link link, RowValues row, NestedWrite write, boolean isNew) {
        @Nullable Object[] tie = link.tie(row);
        if (write instanceof NestedWrite.CreateRelated create) {
            create(link, tie, create.rows());
        } else if (write instanceof NestedWrite.CreateManyRelated many) {
            List<NewRow> rows = new ArrayList<>();
            many.rows().forEach(data -> rows.add(new NewRow(data, link.childFields(), tie)));
            run.newRows.insertMany(link.child(), rows, many.skipDuplicates());
        } else if (write instanceof NestedWrite.Connect connect) {
            run.ties.connect(link, tie, connect.targets(), isNew);
        } else if (write instanceof NestedWrite.ConnectOrCreate either) {
            either.choices().forEach(choice -> run.ties.connectOrCreate(link, tie, choice, isNew));
        } else if (write instanceof NestedWrite.Disconnect disconnect) {
            run.ties.disconnect(link, tie, Targets.distinct(disconnect.targets()));
        } else if (write instanceof NestedWrite.DisconnectOne disconnect) {
            run.ties.disconnectWhere(link, tie, disconnect.where());
        } else if (write instanceof NestedWrite.SetRelated set) {
            run.ties.set(link, tie, Targets.distinct(set.targets()));
        } else {
            change(link, row, tie, write);
        }
    }

    private void change(Link link, RowValues row, @Nullable Object[] tie, NestedWrite write) {
        Model child = link.child();
        if (write instanceof NestedWrite.UpdateRelated update) {
            for (NestedWrite.UpdateRelated.Change change : update.changes()) {
                update(link, Condition.and(Conditions.of(change.where()), link.children(tie)), change.data());
            }
        } else if (write instanceof NestedWrite.UpdateOne update) {
            update(link, Conditions.and(link.children(tie), update.where()), update.data());
        } else if (write instanceof NestedWrite.UpdateManyRelated many) {
            for (NestedWrite.UpdateManyRelated.Change change : many.changes()) {
                run.changedRows.changeMany(
                        child,
                        Conditions.and(link.children(tie), change.where()),
                        change.data().fields());
            }
        } else if (write instanceof NestedWrite.UpsertRelated upsert) {
            for (NestedWrite.UpsertRelated.Choice choice : upsert.choices()) {
                Condition which = Condition.and(Conditions.of(choice.where()), link.children(tie));
                if (!changeIfThere(child, which, choice.update())) {
                    createAndTie(link, tie, choice.create());
                }
            }
        } else if (write instanceof NestedWrite.UpsertOne upsert) {
            Condition which = Conditions.and(link.children(tie), upsert.where());
            if (!Ties.hasTie(tie) || !changeIfThere(child, which, upsert.update())) {
                upsertMissing(link, row, tie, upsert.create());
            }
        } else if (write instanceof NestedWrite.DeleteRelated delete) {
            delete(link, tie, Targets.distinct(delete.targets()));
        } else if (write instanceof NestedWrite.DeleteOne delete) {
            if (!Ties.hasTie(tie)
                    || run.removedRows.remove(child, Conditions.and(link.children(tie), delete.where())) == 0) {
                throw notFound(link, "a nested delete");
            }
        } else if (write instanceof NestedWrite.DeleteManyRelated delete) {
            Condition any = delete.conditions().size() == 1
                    ? delete.conditions().get(0)
                    : new Condition.Or(delete.conditions());
            run.removedRows.remove(child, Condition.and(link.children(tie), any));
        } else {
            throw new IllegalStateException("unknown nested write " + write.getClass());
        }
    }

    // ---- new relations

    private void create(Link link, @Nullable Object[] tie, List<CreateData> rows) {
        if (link.isManyToMany()) {
            List<NewRow> made = new ArrayList<>();
            rows.forEach(data -> made.add(new NewRow(data)));
            run.newRows.create(link.child(), made, link.childFields());
            run.ties.tieAll(
                    link,
                    tie,
                    made.stream()
                            .map(row -> NewRows.values(row, link.childFields()))
                            .toList());
            return;
        }
        if (link.isOneToOne()) {
            run.ties.freeChild(link, tie, null);
        }
        List<NewRow> made = new ArrayList<>();
        rows.forEach(data -> made.add(new NewRow(data, link.childFields(), tie)));
        run.newRows.create(link.child(), made, List.of());
    }

    /** Makes a related row in no other's place. */
    void createAndTie(Link link, @Nullable Object[] tie, CreateData data) {
        if (link.isManyToMany()) {
            create(link, tie, List.of(data));
        } else {
            run.newRows.create(link.child(), List.of(new NewRow(data, link.childFields(), tie)), List.of());
        }
    }

    /** The related row of a to-one relation is not there, or is not the one that is meant: a new one takes its place. */
    private void upsertMissing(Link link, RowValues row, @Nullable Object[] tie, CreateData data) {
        if (!link.isHeldByParent()) {
            createAndTie(link, tie, data);
            return;
        }
        NewRow made = new NewRow(data);
        run.newRows.create(link.child(), List.of(made), link.childFields());
        List<ScalarField> identity = ChangedRows.identity(link.parent());
        run.changedRows.changeMany(
                link.parent(),
                Conditions.equal(identity, NewRows.values(row, identity)),
                Ties.keys(link.parentFields(), NewRows.values(made, link.childFields())));
    }

    private void delete(Link link, @Nullable Object[] tie, List<Unique> targets) {
        if (targets.isEmpty()) {
            return;
        }
        Condition which = Condition.and(Conditions.anyOf(targets), link.children(tie));
        long deleted;
        if (link.isManyToMany()) {
            List<@Nullable Object[]> rows = run.statements.select(link.child(), which, link.childFields());
            deleted = rows.size();
            if (deleted == targets.size()) {
                run.removedRows.remove(link.child(), Conditions.anyOf(link.childFields(), rows));
            }
        } else {
            deleted = run.removedRows.remove(link.child(), which);
        }
        if (deleted < targets.size()) {
            PrismaException missing = Errors.notConnected(link.relation().name(), link.parent(), link.child());
            for (Unique target : targets) {
                throwIfChanged(link, target, missing);
            }
            throw missing;
        }
    }

    private void throwIfChanged(Link link, Unique target, PrismaException otherwise) {
        PrismaException failure = Versions.missing(run.statements, link.child(), Conditions.of(target), otherwise);
        if (failure != otherwise) {
            throw failure;
        }
    }

    // ---- changes of related rows

    private void update(Link link, Condition which, UpdateData data) {
        if (data.fields().isEmpty() && data.relations().isEmpty()) {
            return;
        }
        if (run.changedRows.change(link.child(), which, data, List.of()) == null) {
            throw Versions.missing(run.statements, link.child(), which, notFound(link, "a nested update"));
        }
    }

    private boolean changeIfThere(Model model, Condition which, UpdateData data) {
        if (ChangedRows.startsElsewhere(data) && !run.statements.exists(model, which)) {
            return false;
        }
        return run.changedRows.change(model, which, data, List.of()) != null;
    }

    private static PrismaException notFound(Link link, String operation) {
        return Errors.relatedRecordNotFound(link.child(), link.relation().name(), link.kind(), operation, null);
    }

    static PrismaException wouldBreak(Link link) {
        return wouldBreak(link.relation());
    }

    /** A required relation would end; named from the side of the foreign key. */
    static PrismaException wouldBreak(Relation relation) {
        Relation.ForeignKey key = relation.foreignKey();
        RelationField holder = key == null ? relation.fieldA() : key.field();
        return Errors.requiredRelation(relation.name(), holder.model(), holder.relatedModel());
    }
}
