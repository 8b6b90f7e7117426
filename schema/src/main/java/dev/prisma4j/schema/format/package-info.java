/**
 * Schema text in its canonical layout: aligned columns, sorted attributes, single blank lines. Before that, what
 * relations lack is added to the text. Works on any text, valid or not.
 */
@NullMarked
package dev.prisma4j.schema.format;

import org.jspecify.annotations.NullMarked;
