package dev.prisma4j.generator.shape;

import dev.prisma4j.schema.model.ScalarField;

/**
 * A required field in the data of a new row: a type parameter that tells whether it is given.
 *
 * @param parameter the type parameter
 * @param marker the type that says that it is missing
 * @param subject the field's name, for people: a scalar, or the relation that a foreign key belongs to
 * @param field the scalar that gets its value, by itself or through a relation
 */
public record Requirement(String parameter, String marker, String subject, ScalarField field) {}
