/**
 * Running writes: what a create, update, upsert or delete, nested writes included, means as an order of statements. It
 * decides what is written when; how the statements are spelled is the dialect's business.
 */
@NullMarked
package dev.prisma4j.engine.write;

import org.jspecify.annotations.NullMarked;
