/** Migrations and introspection beside the reference: catalogs, round trips, warnings, and schemas that chance made. */
@NullMarked
package dev.prisma4j.testkit.reference;

import org.jspecify.annotations.NullMarked;
