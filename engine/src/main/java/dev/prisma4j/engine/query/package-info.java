/** The query language inside: immutable trees, resolved against the datamodel, for every operation. It knows no database. */
@NullMarked
package dev.prisma4j.engine.query;

import org.jspecify.annotations.NullMarked;
