package dev.prisma4j.schema.validate.draft;

import dev.prisma4j.schema.model.ScalarType;

/** What the type of a field refers to. */
public sealed interface DraftType {

    /** A built-in scalar type. */
    record Scalar(ScalarType type) implements DraftType {}

    /** An enum. */
    record Enumeration(DraftEnum type) implements DraftType {}

    /** A composite type. */
    record Composite(DraftComposite type) implements DraftType {}

    /** A model or view: the field is one side of a relation. */
    record Relation(DraftModel model) implements DraftType {}

    /** A type that only the database knows. */
    record Unsupported(String databaseType) implements DraftType {}

    /** Nothing: the name is not known, which has been reported. */
    record Unknown() implements DraftType {}
}
