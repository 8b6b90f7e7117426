package dev.prisma4j.engine.query;

import dev.prisma4j.schema.model.RelationField;
import org.jspecify.annotations.Nullable;

/**
 * A count of related rows that is read along.
 *
 * @param relation a list relation of the model
 * @param where which rows count, or null for all
 */
public record RelationCount(
        RelationField relation, @Nullable Condition where) {}
