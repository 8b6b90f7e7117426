/** The guided tour: a scratch project that goes from a schema to printed rows. */
@NullMarked
package dev.prisma4j.cli.quickstart;

import org.jspecify.annotations.NullMarked;
