package dev.prisma4j.engine.write;

import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.FieldUpdate;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.ScalarField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statements that all writes are made of, on the connection of one operation. Values travel as in {@link
 * dev.prisma4j.engine.query.Query}; lists of any length are split as the database demands.
 */
interface Statements {
    /** Whether UPDATE gives back rows, so that a changed row need not be read first. */
    boolean updateReturns();

    /** Reads rows. */
    List<@Nullable Object[]> select(Model model, Condition where, List<ScalarField> fields);

    /** Whether there is such a row. */
    boolean exists(Model model, Condition where);

    /**
     * Makes rows.
     *
     * @param columns the columns that are given
     * @param rows their values, each row as long as the columns
     * @param wanted what to give back of each row
     * @return the wanted values of the rows, in the order of the rows; empty where nothing is wanted
     */
    List<@Nullable Object[]> insert(
            Model model, List<ScalarField> columns, List<@Nullable Object[]> rows, List<ScalarField> wanted);

    /** Makes rows, perhaps without those that would break a unique constraint, and tells how many. */
    long insertMany(Model model, List<ScalarField> columns, List<@Nullable Object[]> rows, boolean skipDuplicates);

    /** Changes rows and tells how many; all rows without a condition. */
    long update(Model model, List<FieldUpdate> changes, Condition where);

    /** Changes rows and gives back what they are now; only if {@link #updateReturns()}. */
    List<@Nullable Object[]> updateReturning(
            Model model, List<FieldUpdate> changes, Condition where, List<ScalarField> wanted);

    /** Deletes rows and tells how many. */
    long delete(Model model, Condition where);

    /**
     * Ties rows in a join table; ties that exist are left alone.
     *
     * @param field the parents' side
     * @param pairs the id of a parent and of a child
     */
    void link(RelationField field, List<@Nullable Object[]> pairs);

    /** Unties children from a parent; {@code null} for all of them. */
    void unlink(RelationField field, Object parent, @Nullable List<Object> children);

    /** Unties all children from a parent but these. */
    void unlinkOthers(RelationField field, Object parent, List<Object> children);
}
