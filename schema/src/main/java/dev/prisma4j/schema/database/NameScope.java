package dev.prisma4j.schema.database;

/** A set of things whose names in the database must differ. */
public enum NameScope {
    /** Primary keys, foreign keys and defaults of a database schema. */
    GLOBAL_KEYS_AND_DEFAULTS("all primary keys, foreign keys and defaults"),
    /** Foreign keys of a database schema. */
    GLOBAL_FOREIGN_KEYS("all foreign keys"),
    /** Indexes and unique constraints of a database schema. */
    GLOBAL_INDEXES("all indexes and unique constraints"),
    /** Primary keys, indexes and unique constraints of a database schema. */
    GLOBAL_KEYS_AND_INDEXES("all primary keys, indexes and unique constraints"),
    /** Indexes and unique constraints of a table. */
    MODEL_INDEXES("the indexes and unique constraints of the model"),
    /** Primary key, indexes and unique constraints of a table. */
    MODEL_KEYS_AND_INDEXES("the primary key, indexes and unique constraints of the model"),
    /** Primary key, foreign keys, indexes and unique constraints of a table. */
    MODEL_KEYS("the primary key, foreign keys, indexes and unique constraints of the model");

    private final String description;

    NameScope(String description) {
        this.description = description;
    }

    /** {@return whether it spans a database schema rather than one table} */
    public boolean isGlobal() {
        return name().startsWith("GLOBAL");
    }

    /** {@return what is in the scope, for messages} */
    public String description() {
        return description;
    }
}
