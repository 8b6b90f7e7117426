/**
 * The query engine: queries planned once per shape, run on JDBC.
 *
 * <p>The road of a query, and the packages in order of use: {@code query} (what is asked), {@code result} (how rows become
 * objects), this package (who is asked: {@link dev.prisma4j.engine.Engine}, {@link dev.prisma4j.engine.Transaction}),
 * {@code plan} (query to statements, once per shape), {@code sql} and {@code sql.dialect} (statements as trees, and their
 * text and values per database), {@code jdbc} (connections, prepared statements), {@code read} and {@code write} (running
 * plans), {@code error} and {@code event}.
 */
@NullMarked
package dev.prisma4j.engine;

import org.jspecify.annotations.NullMarked;
