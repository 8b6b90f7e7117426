package dev.prisma4j.engine.query;

import dev.prisma4j.schema.model.RelationField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a write does to the rows on the other side of a relation. One list element per related row; for a to-one relation
 * lists have one element, and the {@code ..One} forms are for what needs no unique criterion there.
 */
public sealed interface NestedWrite {
    /** The relation field of the model that is written. */
    RelationField relation();

    /** New related rows. */
    record CreateRelated(RelationField relation, List<CreateData> rows) implements NestedWrite {
        public CreateRelated {
            rows = List.copyOf(rows);
        }
    }

    /**
     * New related rows of a to-many relation in bulk, without relations of their own.
     *
     * @param skipDuplicates whether rows that would break a unique constraint are left out
     */
    record CreateManyRelated(RelationField relation, List<CreateData> rows, boolean skipDuplicates)
            implements NestedWrite {
        public CreateManyRelated {
            rows = List.copyOf(rows);
        }
    }

    /** Existing rows become related. */
    record Connect(RelationField relation, List<Unique> targets) implements NestedWrite {
        public Connect {
            targets = List.copyOf(targets);
        }
    }

    /** Rows become related, and are made first where they do not exist. */
    record ConnectOrCreate(RelationField relation, List<Choice> choices) implements NestedWrite {
        public ConnectOrCreate {
            choices = List.copyOf(choices);
        }

        /** One row: which, and its data if there is none. */
        public record Choice(Unique where, CreateData create) {}
    }

    /** Rows of a to-many relation are no longer related. Those that are not related are left alone. */
    record Disconnect(RelationField relation, List<Unique> targets) implements NestedWrite {
        public Disconnect {
            targets = List.copyOf(targets);
        }
    }

    /** The row of a to-one relation is no longer related, if it meets the condition (null: in any case). */
    record DisconnectOne(RelationField relation, @Nullable Condition where) implements NestedWrite {}

    /** Exactly these rows are related afterwards (to-many). */
    record SetRelated(RelationField relation, List<Unique> targets) implements NestedWrite {
        public SetRelated {
            targets = List.copyOf(targets);
        }
    }

    /** Related rows of a to-many relation change, each by its criterion. */
    record UpdateRelated(RelationField relation, List<Change> changes) implements NestedWrite {
        public UpdateRelated {
            changes = List.copyOf(changes);
        }

        /** One row and its changes. */
        public record Change(Unique where, UpdateData data) {}
    }

    /** The row of a to-one relation changes; it must exist and meet the condition (null: any). */
    record UpdateOne(RelationField relation, @Nullable Condition where, UpdateData data) implements NestedWrite {}

    /** All related rows of a to-many relation that meet a condition change. */
    record UpdateManyRelated(RelationField relation, List<Change> changes) implements NestedWrite {
        public UpdateManyRelated {
            changes = List.copyOf(changes);
        }

        /** Which rows (null: all related ones), and their changes. */
        public record Change(@Nullable Condition where, UpdateData data) {}
    }

    /** Related rows of a to-many relation change, or are made where they do not exist. */
    record UpsertRelated(RelationField relation, List<Choice> choices) implements NestedWrite {
        public UpsertRelated {
            choices = List.copyOf(choices);
        }

        /** One row: which, its data if there is none, its changes if there is. */
        public record Choice(Unique where, CreateData create, UpdateData update) {}
    }

    /** The row of a to-one relation changes, or is made where there is none (that meets the condition; null: any). */
    record UpsertOne(RelationField relation, @Nullable Condition where, CreateData create, UpdateData update)
            implements NestedWrite {}

    /** Related rows of a to-many relation are deleted. */
    record DeleteRelated(RelationField relation, List<Unique> targets) implements NestedWrite {
        public DeleteRelated {
            targets = List.copyOf(targets);
        }
    }

    /** The row of a to-one relation is deleted; it must exist and meet the condition (null: any). */
    record DeleteOne(RelationField relation, @Nullable Condition where) implements NestedWrite {}

    /** All related rows of a to-many relation that meet one of the conditions are deleted. {@code Condition.all()}: all. */
    record DeleteManyRelated(RelationField relation, List<Condition> conditions) implements NestedWrite {
        public DeleteManyRelated {
            conditions = List.copyOf(conditions);
        }
    }
}
