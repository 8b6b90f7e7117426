package dev.prisma4j.schema.validate.attribute;

import dev.prisma4j.schema.database.Database;
import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.validate.config.Configuration;
import dev.prisma4j.schema.validate.value.Expressions;

/**
 * What the readers of attributes need to know besides the attribute.
 *
 * @param configuration the datasource and generators
 * @param diagnostics where errors go
 * @param expressions reads values
 */
record AttributeContext(Configuration configuration, Diagnostics diagnostics, Expressions expressions) {
    AttributeContext(Configuration configuration, Diagnostics diagnostics) {
        this(configuration, diagnostics, new Expressions(diagnostics));
    }

    Database database() {
        return configuration.database();
    }
}
