package dev.prisma4j.schema.validate.rule;

import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.syntax.Expression;
import dev.prisma4j.schema.syntax.Identifier;
import dev.prisma4j.schema.syntax.Property;
import dev.prisma4j.schema.validate.config.Configuration;
import dev.prisma4j.schema.validate.message.ConfigMessages;
import dev.prisma4j.schema.validate.value.Expressions;

/** What of the datasource is checked only where the rest of the schema is understood. */
final class ConfigurationRules {
    private final Configuration configuration;
    private final Diagnostics diagnostics;

    ConfigurationRules(Configuration configuration, Diagnostics diagnostics) {
        this.configuration = configuration;
        this.diagnostics = diagnostics;
    }

    void check() {
        Property extensions = configuration.extensions();
        Expression value = extensions == null ? null : extensions.value();
        if (extensions == null || value == null) {
            return;
        }
        if (!configuration.previews("postgresqlExtensions")) {
            diagnostics.add(ConfigMessages.extensionsNeedPreview(extensions.span()));
            return;
        }
        for (Expression element : Expressions.elements(value)) {
            Identifier name = element instanceof Expression.FunctionCall call
                    ? call.name()
                    : new Identifier(element.span().text(), element.span());
            if (name.text().indexOf('-') >= 0) {
                diagnostics.add(ConfigMessages.extensionNameWithHyphen(name.span(), name.text()));
            }
        }
    }
}
