package dev.prisma4j.engine.query;

import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.SortOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One key of an ordering. */
public sealed interface Order {
    /** The direction. */
    SortOrder direction();

    /** Where NULLs go; without one of these, where the database puts them. */
    enum Nulls {
        FIRST,
        LAST
    }

    /**
     * By a field, perhaps of a related row.
     *
     * @param path the to-one relations that lead to it; empty for the model's own fields
     */
    record ByField(
            List<RelationField> path,
            ScalarField field,
            SortOrder direction,
            @Nullable Nulls nulls) implements Order {
        public ByField {
            path = List.copyOf(path);
        }
    }

    /**
     * By the number of related rows.
     *
     * @param path the to-one relations that lead to the counted relation's model
     * @param relation the list relation that is counted
     * @param where which rows count, or null for all
     */
    record ByRelationCount(
            List<RelationField> path,
            RelationField relation,
            @Nullable Condition where,
            SortOrder direction) implements Order {
        public ByRelationCount {
            path = List.copyOf(path);
        }
    }

    /**
     * By how well text fields match a full-text search, perhaps those of a related row.
     *
     * @param path the to-one relations that lead to it; empty for the model's own fields
     */
    record ByRelevance(List<RelationField> path, List<ScalarField> fields, String search, SortOrder direction)
            implements Order {
        public ByRelevance {
            path = List.copyOf(path);
            fields = List.copyOf(fields);
        }
    }

    /**
     * By an aggregate; only in {@link GroupBy}.
     *
     * @param field null only for the count of all rows
     */
    record ByAggregate(AggregateFunction function, @Nullable ScalarField field, SortOrder direction) implements Order {}

    /**
     * By a computed value, perhaps of a related row.
     *
     * @param path the to-one relations that lead to the row that it is computed of
     */
    record ByFormula(
            List<RelationField> path,
            Formula formula,
            SortOrder direction,
            @Nullable Nulls nulls) implements Order {
        public ByFormula {
            path = List.copyOf(path);
        }
    }

    /** By one of the model's own fields. */
    static Order by(ScalarField field, SortOrder direction) {
        return new ByField(List.of(), field, direction, null);
    }
}
