package dev.prisma4j.engine.write;

import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.error.PrismaException;
import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.FieldUpdate;
import dev.prisma4j.engine.query.NestedWrite;
import dev.prisma4j.engine.query.Unique;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.ScalarField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What ties rows to each other: connecting, disconnecting, and making room where only one row can be related. */
final class Ties {
    /** How many rows are named in one statement at most. */
    private static final int MANY = 5000;

    private final WriteRun run;

    Ties(WriteRun run) {
        this.run = run;
    }

    // ---- relations that begin

    void connect(Link link, @Nullable Object[] tie, List<Unique> all, boolean isNew) {
        List<Unique> targets = Targets.distinct(all);
        if (link.isManyToMany()) {
            List<@Nullable Object @Nullable []> found = run.targets.findAll(link.child(), targets, link.childFields());
            checkAllFound(link, targets, found);
            tieAll(link, tie, found);
        } else if (link.isOneToOne()) {
            if (!connectOne(link, tie, targets.get(0), isNew)) {
                throw nothingToConnect(link, isNew);
            }
        } else if (!targets.isEmpty()) {
            long connected = 0;
            for (int from = 0; from < targets.size(); from += MANY) {
                List<Unique> some = targets.subList(from, Math.min(targets.size(), from + MANY));
                connected +=
                        run.changedRows.changeMany(link.child(), Conditions.anyOf(some), keys(link.childFields(), tie));
            }
            if (connected != targets.size()) {
                throw Errors.connectTargetsMissing(
                        link.child(), link.relation().name(), link.kind(), targets.size(), connected);
            }
        }
    }

    /** The row to connect one to one does not exist. */
    static PrismaException nothingToConnect(Link link, boolean isNew) {
        return Errors.relatedRecordNotFound(
                link.child(),
                link.relation().name(),
                link.kind(),
                "a nested connect",
                isNew
                        ? "create or connect inlined relation for '"
                                + link.parent().name() + "' record(s)"
                        : null);
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

    void connectOrCreate(Link link, @Nullable Object[] tie, NestedWrite.ConnectOrCreate.Choice choice, boolean isNew) {
        if (link.isManyToMany()) {
            @Nullable Object[] found = run.targets.find(link.child(), choice.where(), link.childFields());
            if (found == null) {
                run.relatedRows.createAndTie(link, tie, choice.create());
            } else {
                tieAll(link, tie, List.<@Nullable Object @Nullable []>of(found));
            }
        } else if (link.isOneToOne()) {
            if (!connectOne(link, tie, choice.where(), isNew)) {
                run.relatedRows.createAndTie(link, tie, choice.create());
            }
        } else if (run.changedRows.changeMany(
                        link.child(), Conditions.of(choice.where()), keys(link.childFields(), tie))
                == 0) {
            run.relatedRows.createAndTie(link, tie, choice.create());
        }
    }

    // ---- relations that end

    void disconnect(Link link, @Nullable Object[] tie, List<Unique> targets) {
        if (!link.isManyToMany() && link.isRequired()) {
            throw RelatedRows.wouldBreak(link);
        }
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

    void disconnectWhere(Link link, @Nullable Object[] tie, @Nullable Condition where) {
        if (link.isRequired()) {
            throw RelatedRows.wouldBreak(link);
        }
        changeKey(link, Conditions.and(link.children(tie), where), new @Nullable Object[tie.length]);
    }

    void set(Link link, @Nullable Object[] tie, List<Unique> targets) {
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
            throw RelatedRows.wouldBreak(link);
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

    // ---- ties

    /** A one-to-one child that is there already makes room: its key becomes NULL, or the write fails. */
    void freeChild(Link link, @Nullable Object[] tie, @Nullable Condition but) {
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
        if (!hasTie(key)) {
            return; // a key with a NULL in it refers to nothing
        }
        List<ScalarField> fields = link.isHeldByParent() ? link.parentFields() : link.childFields();
        Condition others = Conditions.equal(fields, key);
        if (but != null) {
            others = Condition.and(others, Condition.not(but));
        }
        if (link.isRequired()) {
            if (run.statements.exists(holder, others)) {
                throw RelatedRows.wouldBreak(link);
            }
        } else {
            run.statements.update(holder, keys(fields, new @Nullable Object[fields.size()]), others);
        }
    }

    /** Gives children another parent, or none; a change of the relation alone does not count as a change of the row. */
    private long changeKey(Link link, Condition which, @Nullable Object[] tie) {
        return run.statements.update(link.child(), keys(link.childFields(), tie), which);
    }

    void tieAll(Link link, @Nullable Object[] tie, List<@Nullable Object @Nullable []> children) {
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

    static boolean hasTie(@Nullable Object[] tie) {
        for (Object value : tie) {
            if (value == null) {
                return false;
            }
        }
        return true;
    }

    /** The changes that give these fields these values. */
    static List<FieldUpdate> keys(List<ScalarField> fields, @Nullable Object[] values) {
        List<FieldUpdate> changes = new ArrayList<>(values.length);
        for (int i = 0; i < values.length; i++) {
            changes.add(FieldUpdate.set(fields.get(i), values[i]));
        }
        return changes;
    }
}
