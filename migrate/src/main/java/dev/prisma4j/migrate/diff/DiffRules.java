package dev.prisma4j.migrate.diff;

import dev.prisma4j.migrate.table.Column;
import dev.prisma4j.migrate.table.DatabaseSchema;
import dev.prisma4j.migrate.table.ForeignKey;
import dev.prisma4j.migrate.table.Index;
import dev.prisma4j.migrate.table.PrimaryKey;
import dev.prisma4j.migrate.table.Table;
import org.jspecify.annotations.Nullable;

/** What one database can alter, and what it takes for a change. */
public interface DiffRules {
    /** How the type of a column changes, or null if it stays what it is. */
    @Nullable
    TypeChange typeChange(Column from, Column to);

    /** Whether both may hold no value, one or many. */
    default boolean sameArity(Column from, Column to) {
        return from.arity() == to.arity();
    }

    /** Whether foreign keys are part of CREATE TABLE and cannot be added later. */
    default boolean foreignKeysAreInline() {
        return false;
    }

    /** Whether an index of that kind is part of CREATE TABLE. */
    default boolean isInline(Index index) {
        return false;
    }

    /** Whether the indexes of a dropped table have to be dropped before, when other tables are redefined. */
    default boolean dropsIndexesOfDroppedTables() {
        return false;
    }

    /** Whether an index can be renamed; if not it is replaced in a step of its own. */
    default boolean renamesIndexes() {
        return true;
    }

    /** Whether a foreign key can be renamed; if not it is made anew. */
    default boolean renamesForeignKeys() {
        return true;
    }

    /** Whether the names of foreign keys matter. */
    default boolean namesForeignKeys() {
        return true;
    }

    /** Whether the constraint of a primary key has a name that can be changed. */
    default boolean renamesPrimaryKeys() {
        return true;
    }

    /** Whether a primary key is made anew when the type of one of its columns changes. */
    default boolean typeChangeRecreatesPrimaryKey() {
        return false;
    }

    /** Whether indexes over a column that is dropped and added again have to be made again. */
    default boolean recreatedColumnLosesIndexes() {
        return true;
    }

    /** Whether indexes have to be dropped before one of their columns is dropped and added again. */
    default boolean dropsIndexesOfRecreatedColumns() {
        return false;
    }

    /** Whether the primary keys are the same, names apart. */
    default boolean samePrimaryKey(PrimaryKey from, PrimaryKey to) {
        return from.columnNames().equals(to.columnNames());
    }

    /** Whether the indexes are the same, names apart. */
    boolean sameIndex(Index from, Index to);

    /** Whether the schema says which partial indexes there are; if not, those it lacks are left alone. */
    default boolean managesPartialIndexes() {
        return true;
    }

    /** Whether the conditions of the indexes are the same. */
    default boolean samePredicate(Index from, Index to) {
        return !managesPartialIndexes() || PredicateComparison.same(from.predicate(), to.predicate());
    }

    /** Whether the table has to be made anew. */
    default boolean mustRedefine(TableComparison comparison) {
        return false;
    }

    /** Whether a foreign key is made anew because of what happens to that column of it. */
    default boolean recreatesForeignKey(Column from, Column to, ColumnChange change) {
        return change.type() != null;
    }

    /** Whether a foreign key has to make way while indexes are dropped, because one of them serves it. */
    default boolean dropsIndexOf(TableComparison comparison, ForeignKey key) {
        return false;
    }

    /** Whether an index that the target lacks is kept because a foreign key needs it. */
    default boolean keepsIndex(Table to, Index index) {
        return false;
    }

    /** Whether the two defaults are the same, where the common rules do not already say so. */
    default boolean sameDefault(Column from, Column to) {
        return DefaultComparison.same(from, to);
    }

    /** Whether the foreign key actions are the same. */
    default boolean sameActions(ForeignKey from, ForeignKey to) {
        return from.onDelete() == to.onDelete() && from.onUpdate() == to.onUpdate();
    }

    /** Whether the schema says which extensions there have to be; others are left alone. */
    default boolean managesExtensions(DatabaseSchema to) {
        return false;
    }

    /** Whether the namespace is part of every database. */
    default boolean isBuiltIn(String namespace) {
        return false;
    }

    /** Whether a primary key can be altered on its own, in a step of its own (CockroachDB). */
    default boolean altersPrimaryKeys() {
        return false;
    }
}
