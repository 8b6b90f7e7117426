/** Datasource and generator blocks to configuration. */
@NullMarked
package dev.prisma4j.schema.validate.config;

import org.jspecify.annotations.NullMarked;
