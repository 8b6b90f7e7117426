/**
 * The JSON protocol of Prisma's clients: a request is checked against the query schema, becomes a {@link
 * dev.prisma4j.engine.query.Query}, is run, and its result is written with tagged values.
 *
 * <p>{@link dev.prisma4j.engine.protocol.JsonProtocol} is the entry. The stages: {@code Given} (what a JSON value
 * claims to be) → {@code InputParser} (checked values, or an {@code InputProblem}) → the translators (query trees) → {@code
 * ResultWriter}.
 */
@NullMarked
package dev.prisma4j.engine.protocol;

import org.jspecify.annotations.NullMarked;
