package dev.prisma4j.engine.write;

import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.error.PrismaException;
import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.CreateData;
import dev.prisma4j.engine.query.FieldUpdate;
import dev.prisma4j.engine.query.NestedWrite;
import dev.prisma4j.engine.query.Unique;
import dev.prisma4j.engine.query.UpdateData;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.Relation;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.ScalarField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a write does to the rows that are related, or shall be, to one row that exists. */
final class RelatedRows {
    /** How many rows are named in one statement at most. */
    private static final int MANY = 5000;

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
            connect(link, tie, connect.targets(), isNew);
        } else if (write instanceof NestedWrite.ConnectOrCreate either) {
            either.choices().forEach(choice -> connectOrCreate(link, tie, choice, isNew));
        } else if (write instanceof NestedWrite.Disconnect disconnect) {
            disconnect(link, tie, Targets.distinct(disconnect.targets()));
        } else if (write instanceof NestedWrite.DisconnectOne disconnect) {
            disconnectWhere(link, tie, disconnect.where());
        } else if (write instanceof NestedWrite.SetRelated set) {
            set(link, tie, Targets.distinct(set.targets()));
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
            if (!hasTie(tie) || !changeIfThere(child, which, upsert.update())) {
                upsertMissing(link, row, tie, upsert.create());
            }
        } else if (write instanceof NestedWrite.DeleteRelated delete) {
            delete(link, tie, Targets.distinct(delete.targets()));
        } else if (write instanceof NestedWrite.DeleteOne delete) {
            if (!hasTie(tie)
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
            tieAll(
                    link,
                    tie,
                    made.stream()
                            .map(row -> NewRows.values(row, link.childFields()))
                            .toList());
            return;
        }
        if (link.isOneToOne()) {
            freeChild(link, tie, null);
        }
        List<NewRow> made = new ArrayList<>();
        rows.forEach(data -> made.add(new NewRow(data, link.childFields(), tie)));
        run.newRows.create(link.child(), made, List.of());
    }

    private void createAndTie(Link link, @Nullable Object[] tie, CreateData data) {
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
                set(link.parentFields(), NewRows.values(made, link.childFields())));
    }

    private void connect(Link link, @Nullable Object[] tie, List<Unique> all, boolean isNew) {
        List<Unique> targets = Targets.distinct(all);
        if (link.isManyToMany()) {
            List<@Nullable Object @Nullable []> found = run.targets.findAll(link.child(), targets, link.childFields());
            checkAllFound(link, targets, found);
            tieAll(link, tie, found);
        } else if (link.isOneToOne()) {
            if (!connectOne(link, tie, targets.get(0), isNew)) {
                throw Errors.relatedRecordNotFound(
                        link.child(),
                        link.relation().name(),
                        link.kind(),
                        "a nested connect",
                        isNew
                                ? "create or connect inlined relation for '"
                                        + link.parent().name() + "' record(s)"
                                : null);
            }
        } else if (!targets.isEmpty()) {
            long connected = 0;
            for (int from = 0; from < targets.size(); from += MANY) {
                List<Unique> some = targets.subList(from, Math.min(targets.size(), from + MANY));
                connected +=
                        run.changedRows.changeMany(link.child(), Conditions.anyOf(some), set(link.childFields(), tie));
            }
            if (connected != targets.size()) {
                throw Errors.connectTargetsMissing(
                        link.child(), link.relation().name(), link.kind(), targets.size(), connected);
            }
        }
    }

    /** Relates the one child, in the place of another if need be. */
    private boolean connectOne(Link link, @Nullable Object[] tie, Unique target, boolean isNew) {
        if (isNew) {
            return changeKey(link, Conditions.of(target), tie) > 0;
        }
        List<ScalarField> identity = ChangedRows.identity(link.child());
        List<ScalarField> read = new ArrayList<>(identity);
        read.addAll(link.childFields());
        @Nullable Object[] found = run.targets.find(link.child(), target, read);
        if (found == null) {
            return false;
        }
        RowValues child = RowValues.of(read, found);
        @Nullable Object[] present = NewRows.values(child, link.childFields());
        if (!KeyValue.of(Arrays.asList(present)).equals(KeyValue.of(Arrays.asList(tie)))) {
            Condition itself = Conditions.equal(identity, NewRows.values(child, identity));
            freeChild(link, tie, itself);
            changeKey(link, itself, tie);
        }
        return true;
    }

    private void connectOrCreate(
            Link link, @Nullable Object[] tie, NestedWrite.ConnectOrCreate.Choice choice, boolean isNew) {
        if (link.isManyToMany()) {
            @Nullable Object[] found = run.targets.find(link.child(), choice.where(), link.childFields());
            if (found == null) {
                create(link, tie, List.of(choice.create()));
            } else {
                tieAll(link, tie, List.<@Nullable Object @Nullable []>of(found));
            }
        } else if (link.isOneToOne()) {
            if (!connectOne(link, tie, choice.where(), isNew)) {
                createAndTie(link, tie, choice.create());
            }
        } else if (run.changedRows.changeMany(link.child(), Conditions.of(choice.where()), set(link.childFields(), tie))
                == 0) {
            createAndTie(link, tie, choice.create());
        }
    }

    // ---- relations that end

    private void disconnect(Link link, @Nullable Object[] tie, List<Unique> targets) {
        if (targets.isEmpty()) {
            return;
        }
        if (!link.isManyToMany()) {
            disconnectWhere(link, tie, Conditions.anyOf(targets));
            return;
        }
        List<Object> ids = ids(run.statements.select(
                link.child(), Condition.and(Conditions.anyOf(targets), link.children(tie)), link.childFields()));
        if (!ids.isEmpty()) {
            run.statements.unlink(link.field(), parentId(tie), ids);
        }
    }

    private void disconnectWhere(Link link, @Nullable Object[] tie, @Nullable Condition where) {
        if (link.isRequired()) {
            throw wouldBreak(link);
        }
        changeKey(link, Conditions.and(link.children(tie), where), new @Nullable Object[tie.length]);
    }

    private void set(Link link, @Nullable Object[] tie, List<Unique> targets) {
        if (link.isManyToMany()) {
            setTied(link, tie, targets);
            return;
        }
        Condition kept = targets.isEmpty() ? Condition.none() : certain(link.child(), targets);
        Condition leaving =
                targets.isEmpty() ? link.children(tie) : Condition.and(link.children(tie), Condition.not(kept));
        if (!link.isRequired()) {
            changeKey(link, leaving, new @Nullable Object[tie.length]);
        } else if (run.statements.exists(link.child(), leaving)) {
            throw wouldBreak(link);
        }
        if (!targets.isEmpty()) {
            changeKey(link, kept, tie);
        }
    }

    /** A condition that is never unknown, so that its opposite means all other rows: NULLs in a criterion would be neither. */
    private Condition certain(Model model, List<Unique> targets) {
        if (targets.stream()
                .allMatch(t -> t.and() == null && t.fields().stream().allMatch(ScalarField::isRequired))) {
            return Conditions.anyOf(targets);
        }
        List<ScalarField> identity = ChangedRows.identity(model);
        List<@Nullable Object[]> rows = run.statements.select(model, Conditions.anyOf(targets), identity);
        return rows.isEmpty() ? Condition.none() : Conditions.anyOf(identity, rows);
    }

    private void setTied(Link link, @Nullable Object[] tie, List<Unique> targets) {
        if (targets.isEmpty()) {
            run.statements.unlink(link.field(), parentId(tie), null);
            return;
        }
        List<@Nullable Object @Nullable []> found = run.targets.findAll(link.child(), targets, link.childFields());
        checkAllFound(link, targets, found);
        List<@Nullable Object[]> there = new ArrayList<>();
        found.forEach(row -> there.add(Objects.requireNonNull(row)));
        run.statements.unlinkOthers(link.field(), parentId(tie), ids(there));
        tieAll(link, tie, found);
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
            throw Errors.notConnected(link.relation().name(), link.parent(), link.child());
        }
    }

    // ---- changes of related rows

    private void update(Link link, Condition which, UpdateData data) {
        if (data.fields().isEmpty() && data.relations().isEmpty()) {
            return;
        }
        if (run.changedRows.change(link.child(), which, data, List.of()) == null) {
            throw notFound(link, "a nested update");
        }
    }

    private boolean changeIfThere(Model model, Condition which, UpdateData data) {
        if (ChangedRows.startsElsewhere(data) && !run.statements.exists(model, which)) {
            return false;
        }
        return run.changedRows.change(model, which, data, List.of()) != null;
    }

    // ---- ties

    /** A one-to-one child that is there already makes room: its key becomes NULL, or the write fails. */
    private void freeChild(Link link, @Nullable Object[] tie, @Nullable Condition but) {
        freeForeignKey(link.child(), link, tie, but);
    }

    /**
     * Makes room for a one-to-one relation: rows with that foreign key lose it.
     *
     * @param holder the model with the foreign key
     * @param key what the foreign key refers to
     * @param but the row that shall have it, or null
     */
    void freeForeignKey(Model holder, Link link, @Nullable Object[] key, @Nullable Condition but) {
        List<ScalarField> fields = link.isHeldByParent() ? link.parentFields() : link.childFields();
        Condition others = Conditions.equal(fields, key);
        if (but != null) {
            others = Condition.and(others, Condition.not(but));
        }
        if (link.isRequired()) {
            if (run.statements.exists(holder, others)) {
                throw wouldBreak(link);
            }
        } else {
            run.statements.update(holder, set(fields, new @Nullable Object[fields.size()]), others);
        }
    }

    /** Gives children another parent, or none; a change of the relation alone does not count as a change of the row. */
    private long changeKey(Link link, Condition which, @Nullable Object[] tie) {
        return run.statements.update(link.child(), set(link.childFields(), tie), which);
    }

    private void tieAll(Link link, @Nullable Object[] tie, List<@Nullable Object @Nullable []> children) {
        List<@Nullable Object[]> pairs = new ArrayList<>();
        for (@Nullable Object @Nullable [] child : children) {
            if (child != null) {
                pairs.add(new Object[] {tie[0], child[0]});
            }
        }
        if (!pairs.isEmpty()) {
            run.statements.link(link.field(), pairs);
        }
    }

    /** Each target must name a row of its own. */
    static void checkAllFound(Link link, List<Unique> targets, List<@Nullable Object @Nullable []> found) {
        Set<Object> rows = new HashSet<>();
        for (@Nullable Object @Nullable [] row : found) {
            if (row != null) {
                rows.add(KeyValue.of(Arrays.asList(row)));
            }
        }
        int expected = Targets.distinct(targets).size();
        if (rows.size() != expected) {
            throw Errors.recordsToConnectMissing(link.child(), expected, rows.size());
        }
    }

    private static List<Object> ids(List<@Nullable Object[]> rows) {
        List<Object> ids = new ArrayList<>(rows.size());
        rows.forEach(row -> ids.add(Objects.requireNonNull(row[0])));
        return ids;
    }

    private static Object parentId(@Nullable Object[] tie) {
        return Objects.requireNonNull(tie[0]);
    }

    private static boolean hasTie(@Nullable Object[] tie) {
        for (Object value : tie) {
            if (value == null) {
                return false;
            }
        }
        return true;
    }

    private static List<FieldUpdate> set(List<ScalarField> fields, @Nullable Object[] values) {
        List<FieldUpdate> changes = new ArrayList<>(values.length);
        for (int i = 0; i < values.length; i++) {
            changes.add(FieldUpdate.set(fields.get(i), values[i]));
        }
        return changes;
    }

    /**
     * The row to change does not exist. Like Prisma it is the first nested write that says so, in its own terms, if there
     * is one that needs the row.
     */
    static PrismaException parentMissing(Model model, UpdateData data) {
        for (NestedWrite write : data.relations()) {
            Link link = Link.of(write.relation());
            if (link.isHeldByParent()) {
                break;
            } else if (write instanceof NestedWrite.DeleteRelated delete
                    && !delete.targets().isEmpty()) {
                return Errors.notConnected(link.relation().name(), link.parent(), link.child());
            } else if (write instanceof NestedWrite.Connect connect
                    && !link.isManyToMany()
                    && !link.isOneToOne()
                    && !connect.targets().isEmpty()) {
                return Errors.connectTargetsMissing(
                        link.child(),
                        link.relation().name(),
                        link.kind(),
                        connect.targets().size(),
                        0);
            } else if (!(write instanceof NestedWrite.DeleteManyRelated)
                    && !(write instanceof NestedWrite.UpdateManyRelated)
                    && !(write instanceof NestedWrite.Disconnect)
                    && !(write instanceof NestedWrite.SetRelated)) {
                break;
            }
        }
        return Errors.recordNotFound(model, "an update");
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
