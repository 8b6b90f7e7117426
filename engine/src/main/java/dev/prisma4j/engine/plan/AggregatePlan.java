package dev.prisma4j.engine.plan;

import dev.prisma4j.engine.sql.SqlText;
import dev.prisma4j.schema.model.Model;

/**
 * How to compute over rows: one statement.
 *
 * @param columns of the result
 * @param reversed whether the rows come in reverse
 * @param slots how many slots there are
 */
public record AggregatePlan(Model model, SqlText sql, Column[] columns, boolean reversed, int slots) {}
