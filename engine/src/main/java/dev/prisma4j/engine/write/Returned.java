package dev.prisma4j.engine.write;

import dev.prisma4j.engine.plan.Planned;
import dev.prisma4j.engine.plan.ReadPlan;
import dev.prisma4j.engine.query.Selection;
import dev.prisma4j.schema.model.ScalarField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a statement must give back of each row, so that the rows and what is related to them need not be read again.
 *
 * @param selection what is made of the rows
 * @param planned how the rows are read otherwise, and what is related to them
 * @param fields what to give back
 */
public record Returned<T extends @Nullable Object>(
        Selection<T> selection, Planned<ReadPlan> planned, List<ScalarField> fields) {}
