// The short way for the most common nested write: a new row with new rows that refer to it.
package dev.prisma4j.engine.write;

import dev.prisma4j.engine.query.Create;
import dev.prisma4j.engine.query.CreateData;
import dev.prisma4j.engine.query.NestedRead;
import dev.prisma4j.engine.query.NestedWrite;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.engine.query.Selection;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.ScalarField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a row and its children, where no child has related data of its own and nothing but the row and these children is
 * asked for. What the INSERTs give back is then the whole answer, and nothing has to be read again: on a server that is
 * two round trips less.
 */
final class NewFamily<T extends @Nullable Object> {
    private static final @Nullable Object[] NO_TIE = {};

    private final Operation operation;
    private final Create<T> create;
    private final Returned<T> returned;

    private NewFamily(Operation operation, Create<T> create, Returned<T> returned) {
        this.operation = operation;
        this.create = create;
        this.returned = returned;
    }

    /** The family to make, or null if the data or what is asked for is more than that. */
    static <T extends @Nullable Object> @Nullable NewFamily<T> of(Operation operation, Create<T> create) {
        List<NestedWrite> writes = create.data().relations();
        if (!operation.facts().insertReturns()
                || !writes.stream().allMatch(NewFamily::isPlain)
                || !areKnown(create.selection().reads())
                || mayHaveBeenRelated(operation, create.selection().reads())) {
            return null;
        }
        Returned<T> returned = operation.returned(create.model(), create.selection());
        if (returned == null) {
            return null;
        }
        for (NestedWrite write : writes) {
            if (!returned.fields().containsAll(Link.of(write.relation()).parentFields())) {
                return null;
            }
        }
        return new NewFamily<>(operation, create, returned);
    }

    private static boolean isPlain(NestedWrite write) {
        return write instanceof NestedWrite.CreateRelated created
                && isHeldByChild(created.relation())
                && created.rows().stream().allMatch(row -> row.relations().isEmpty());
    }

    private static boolean isHeldByChild(RelationField relation) {
        return relation.relation().foreignKey() != null && !relation.holdsForeignKey();
    }

    /** Without foreign keys there may be rows that refer to the new one before it is there. */
    private static boolean mayHaveBeenRelated(Operation operation, List<NestedRead<?>> reads) {
        return operation.emulatesActions() && !reads.isEmpty();
    }

    /** Whether all related rows that are asked for can only be new ones, each asked for once. */
    private static boolean areKnown(List<NestedRead<?>> reads) {
        Set<RelationField> seen = new HashSet<>();
        for (NestedRead<?> read : reads) {
            if (!seen.add(read.relation())
                    || !isHeldByChild(read.relation())
                    || !read.arguments().equals(ReadArguments.ALL)
                    || !Operation.isReturnable(read.selection())) {
                return false;
            }
        }
        return true;
    }

    /**
     * Makes the rows. Needs a transaction around it.
     *
     * @param repeatable whether it is taken back and begun again on {@link UncertainNumbers}
     */
    T make(boolean repeatable) {
        WriteRun run = operation.run(false);
        Model model = create.model();
        RowsOf parent = new RowsOf(run, model, List.of(create.data()), List.of(), NO_TIE);
        List<@Nullable Object[]> rows = parent.insert(returned.fields());
        RowValues row = RowValues.of(returned.fields(), rows.get(0));
        List<NestedRead<?>> reads = create.selection().reads();
        @Nullable Object[][] related = new Object[reads.size()][1];
        Map<RelationField, List<CreateData>> byRelation = childrenByRelation();
        int left = byRelation.size();
        for (Map.Entry<RelationField, List<CreateData>> each : byRelation.entrySet()) {
            RelationField relation = each.getKey();
            Link link = Link.of(relation);
            @Nullable Object[] tie = link.tie(row);
            RowsOf children = new RowsOf(run, link.child(), each.getValue(), link.childFields(), tie);
            if (--left == 0 && children.areOneStatement()) {
                operation.session().endWithNext();
            }
            int index = Ties.hasTie(tie) ? indexOf(relation, reads) : -1; // what refers to NULL is not related
            if (index < 0) {
                run.newRows.insertMany(link.child(), children.rows(), false);
            } else {
                List<?> made = children.insert(reads.get(index).selection(), repeatable);
                related[index][0] = relation.isList() ? made : made.get(0);
            }
        }
        return operation.session().assembled(returned, rows, related).get(0);
    }

    private Map<RelationField, List<CreateData>> childrenByRelation() {
        Map<RelationField, List<CreateData>> children = new LinkedHashMap<>();
        for (NestedWrite write : create.data().relations()) {
            List<CreateData> rows = ((NestedWrite.CreateRelated) write).rows();
            if (!rows.isEmpty()) {
                children.computeIfAbsent(write.relation(), key -> new ArrayList<>())
                        .addAll(rows);
            }
        }
        return children;
    }

    private static int indexOf(RelationField relation, List<NestedRead<?>> reads) {
        for (int i = 0; i < reads.size(); i++) {
            if (reads.get(i).relation() == relation) {
                return i;
            }
        }
        return -1;
    }

    /** New rows of one model with the foreign key that their parent determines. */
    private final class RowsOf {
        private final WriteRun run;
        private final Model model;
        private final List<CreateData> data;
        private final List<ScalarField> key;
        private final @Nullable Object[] tie;
        /** The rows if they are alike and fit into one statement. */
        private final @Nullable AlikeRows alike;

        RowsOf(WriteRun run, Model model, List<CreateData> data, List<ScalarField> key, @Nullable Object[] tie) {
            this.run = run;
            this.model = model;
            this.data = data;
            this.key = key;
            this.tie = tie;
            AlikeRows rows = AlikeRows.of(run, model, data, key, tie);
            this.alike = rows != null && rows.size() <= operation.statements().most(rows.columns.size()) ? rows : null;
        }

        /** Whether one statement makes them, whether or not it gives them back. */
        boolean areOneStatement() {
            return alike != null && alike.size() <= operation.statements().mostForCreateMany(alike.columns.size());
        }

        List<NewRow> rows() {
            List<NewRow> rows = new ArrayList<>(data.size());
            data.forEach(row -> rows.add(new NewRow(row, key, tie)));
            return rows;
        }

        List<@Nullable Object[]> insert(List<ScalarField> fields) {
            return alike != null
                    ? operation.inserted(model, alike.columns, alike.values(0, alike.size()), fields)
                    : insert(Selection.of(model, fields, PlannedStatements.reader(fields.size())), false);
        }

        <R extends @Nullable Object> List<R> insert(Selection<R> selection, boolean repeatable) {
            if (alike != null) {
                return operation.inserted(model, alike.columns, alike.values(0, alike.size()), selection, repeatable);
            }
            List<NewRow> rows = rows();
            List<NewRows.Batch> batches = run.newRows.batches(model, rows);
            ManyWrites many = new ManyWrites(operation);
            return many.isOneStatement(batches)
                    ? operation.inserted(
                            model, batches.get(0).columns, batches.get(0).values(), selection, repeatable)
                    : many.insertReturning(model, rows, batches, false, selection);
        }
    }
}
