package dev.prisma4j.schema.database;

/** Something that one database can do and another cannot, as far as the schema language shows it. */
public enum Capability {
    /** {@code enum} blocks. */
    ENUMS,
    /** {@code type} blocks. */
    COMPOSITE_TYPES,
    /** {@code Json} fields. */
    JSON,
    /** {@code Json[]} fields. */
    JSON_LISTS,
    /** {@code Decimal} fields. */
    DECIMAL,
    /** Lists of scalars and enums. */
    SCALAR_LISTS,
    /** {@code schemas = [..]} and {@code @@schema}. */
    MULTI_SCHEMA,
    /** {@code extensions = [..]} with the preview feature {@code postgresqlExtensions}. */
    EXTENSIONS,
    /** {@code @default(autoincrement())}. */
    AUTO_INCREMENT,
    /** {@code autoincrement()} on more than one field of a model. */
    AUTO_INCREMENT_MULTIPLE,
    /** {@code autoincrement()} on a field without an index. */
    AUTO_INCREMENT_NON_INDEXED,
    /** {@code autoincrement()} on a field that is not the id. */
    AUTO_INCREMENT_NON_ID,
    /** {@code @default(auto())}. */
    AUTO,
    /** {@code @default(sequence())}. */
    SEQUENCES,
    /** {@code @@id} with more than one field. */
    COMPOUND_IDS,
    /** A name for the primary key's constraint. */
    NAMED_PRIMARY_KEYS,
    /** A name for a foreign key's constraint. */
    NAMED_FOREIGN_KEYS,
    /** A name for a default's constraint. */
    NAMED_DEFAULTS,
    /** {@code length:} in keys and indexes. */
    INDEX_LENGTH,
    /** {@code sort:} in keys. */
    SORT_IN_KEYS,
    /** {@code clustered:}. */
    CLUSTERED_INDEXES,
    /** {@code where:} of indexes. */
    PARTIAL_INDEXES,
    /** Operator classes of indexes. */
    OPERATOR_CLASSES,
    /** {@code @@fulltext}. */
    FULL_TEXT_INDEXES,
    /** More than one {@code @@fulltext} per model. */
    SEVERAL_FULL_TEXT_INDEXES,
    /** {@code sort:} in {@code @@fulltext}. */
    SORT_IN_FULL_TEXT_INDEXES,
    /** Fields of composite types in indexes. */
    INDEXES_ON_COMPOSITES,
    /** {@code @shardKey} with the preview feature {@code shardKeys}. */
    SHARD_KEYS,
    /** Many-to-many relations without a model between. */
    IMPLICIT_MANY_TO_MANY,
    /** Many-to-many relations by lists of ids on both sides. */
    EMBEDDED_MANY_TO_MANY,
    /** {@code references:} may list the fields of a key in another order than the key. */
    REFERENCES_IN_ANY_ORDER,
    /** {@code SetNull} on a required field is refused when the table is made (otherwise only when it happens). */
    SET_NULL_ON_REQUIRED,
    /** Cycles and several paths of cascading actions are refused by the database. */
    REFUSES_CASCADE_CYCLES,
    /** The database has foreign keys. */
    FOREIGN_KEYS
}
