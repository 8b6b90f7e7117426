package dev.prisma4j.schema.validate.config;

import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.model.ConfigValue;
import dev.prisma4j.schema.syntax.ConfigBlock;
import dev.prisma4j.schema.syntax.Expression;
import dev.prisma4j.schema.syntax.Property;
import dev.prisma4j.schema.validate.message.ConfigMessages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The properties of one block by name. What has been taken is gone; the rest is free-form or an error. */
final class ConfigProperties {
    private final Map<String, Property> byName;

    private ConfigProperties(Map<String, Property> byName) {
        this.byName = byName;
    }

    /** {@return the properties, the last of several with one name; null if one has no value, which is reported} */
    static @Nullable ConfigProperties read(ConfigBlock block, Diagnostics diagnostics) {
        Map<String, Property> byName = new LinkedHashMap<>();
        Property empty = null;
        for (Property property : block.properties()) {
            if (byName.put(property.name().text(), property) != null) {
                diagnostics.add(ConfigMessages.duplicateKey(property.name(), block));
            }
            if (property.value() == null && empty == null) {
                empty = property;
            }
        }
        if (empty != null) {
            diagnostics.add(ConfigMessages.missingValue(empty, block));
            return null;
        }
        return new ConfigProperties(byName);
    }

    @Nullable
    Property take(String name) {
        return byName.remove(name);
    }

    List<Property> rest() {
        return new ArrayList<>(byName.values());
    }

    /** {@return the value of a property that has one} */
    static Expression value(Property property) {
        Expression value = property.value();
        if (value == null) {
            throw new IllegalStateException("blocks with empty properties are not read");
        }
        return value;
    }

    /** {@return a value as configuration keeps it} */
    static ConfigValue configValue(Expression value) {
        if (value instanceof Expression.StringLiteral text) {
            return new ConfigValue.Text(text.value());
        }
        if (value instanceof Expression.NumberLiteral number) {
            return new ConfigValue.Text(number.text());
        }
        if (value instanceof Expression.ArrayLiteral array) {
            return new ConfigValue.Values(
                    array.elements().stream().map(ConfigProperties::configValue).toList());
        }
        String variable = environmentVariable(value);
        return variable != null
                ? new ConfigValue.Env(variable)
                : new ConfigValue.Text(value.span().text());
    }

    /** {@return the name in {@code env("NAME")}, or null for any other value} */
    static @Nullable String environmentVariable(Expression value) {
        if (value instanceof Expression.FunctionCall call
                && call.name().text().equals("env")
                && call.arguments().arguments().size() == 1
                && call.arguments().arguments().get(0).value() instanceof Expression.StringLiteral variable) {
            return variable.value();
        }
        return null;
    }
}
