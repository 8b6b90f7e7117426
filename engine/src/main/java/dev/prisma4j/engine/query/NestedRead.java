package dev.prisma4j.engine.query;

import dev.prisma4j.schema.model.RelationField;
import org.jspecify.annotations.Nullable;

/**
 * Related rows that are read along, for each parent.
 *
 * @param relation the relation field of the parent's model
 * @param arguments which related rows; {@code take}, {@code skip}, {@code cursor} and {@code distinct} count per parent
 *     (of a to-one relation only {@code where} has a meaning: null if the related row does not meet it)
 * @param selection what to read of them
 * @param <T> the type that a related row becomes
 */
public record NestedRead<T extends @Nullable Object>(
        RelationField relation, ReadArguments arguments, Selection<T> selection) {}
