package dev.prisma4j.engine.query;

import dev.prisma4j.schema.model.ScalarField;

/**
 * Another field of the same row as the right side of a comparison.
 *
 * @param field a field of the model that the condition is about
 */
public record FieldReference(ScalarField field) {}
