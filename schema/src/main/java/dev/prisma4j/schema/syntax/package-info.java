/**
 * Schema text to syntax tree. The tree is lossless: comments, blank lines and lines that do not parse are items of it,
 * so that the formatter and editors work on the same tree as validation. Names are not resolved here.
 */
@NullMarked
package dev.prisma4j.schema.syntax;

import org.jspecify.annotations.NullMarked;
