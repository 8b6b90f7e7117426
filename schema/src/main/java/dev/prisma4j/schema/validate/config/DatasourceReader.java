package dev.prisma4j.schema.validate.config;

import dev.prisma4j.schema.database.Capability;
import dev.prisma4j.schema.database.Database;
import dev.prisma4j.schema.database.Databases;
import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.model.ConfigValue;
import dev.prisma4j.schema.model.Datasource;
import dev.prisma4j.schema.model.Datasource.Extension;
import dev.prisma4j.schema.model.Provider;
import dev.prisma4j.schema.model.RelationMode;
import dev.prisma4j.schema.syntax.ConfigBlock;
import dev.prisma4j.schema.syntax.Expression;
import dev.prisma4j.schema.syntax.Property;
import dev.prisma4j.schema.validate.message.ConfigMessages;
import dev.prisma4j.schema.validate.value.Expressions;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One datasource block. */
final class DatasourceReader {
    private static final List<String> PROPERTIES =
            List.of("provider", "url", "directUrl", "shadowDatabaseUrl", "relationMode", "schemas", "extensions");

    private final ConfigBlock block;
    private final ConfigProperties properties;
    private final Diagnostics diagnostics;
    private final Expressions expressions;
    private final LanguageLevel level;

    private DatasourceReader(
            ConfigBlock block, ConfigProperties properties, Diagnostics diagnostics, LanguageLevel level) {
        this.block = block;
        this.properties = properties;
        this.diagnostics = diagnostics;
        this.expressions = new Expressions(diagnostics);
        this.level = level;
    }

    /** {@return the provider as far as the text says one that there is, without a report} */
    static @Nullable Provider peekProvider(ConfigBlock block) {
        Provider found = null;
        for (Property property : block.properties()) {
            if (property.name().text().equals("provider")
                    && property.value() instanceof Expression.StringLiteral text) {
                found = Provider.of(text.value()).orElse(null);
            }
        }
        return found;
    }

    /** {@return the datasource, or null where it cannot be used, which is reported} */
    static @Nullable Datasource read(ConfigBlock block, Diagnostics diagnostics, LanguageLevel level) {
        ConfigProperties properties = ConfigProperties.read(block, diagnostics);
        return properties == null ? null : new DatasourceReader(block, properties, diagnostics, level).datasource();
    }

    private @Nullable Datasource datasource() {
        Property providerProperty = properties.take("provider");
        if (providerProperty == null) {
            diagnostics.add(ConfigMessages.missingProvider(block));
            return null;
        }
        Provider provider = provider(ConfigProperties.value(providerProperty));
        if (provider == null) {
            return null;
        }
        Database database = Databases.of(provider);
        RelationMode mode = relationMode(database);
        if (mode == null) {
            return null;
        }
        ConfigValue url = connection("url");
        ConfigValue directUrl = connection("directUrl");
        ConfigValue shadowDatabaseUrl = connection("shadowDatabaseUrl");
        List<String> schemas = schemas(database);
        List<Extension> extensions = database.can(Capability.EXTENSIONS) ? extensions() : List.of();
        for (Property property : properties.rest()) {
            diagnostics.add(ConfigMessages.unknownProperty(property, PROPERTIES));
        }
        return new Datasource(
                block.name().text(),
                provider,
                url,
                directUrl,
                shadowDatabaseUrl,
                mode,
                schemas,
                extensions,
                block.documentation(),
                block.span().file().name());
    }

    private @Nullable Provider provider(Expression value) {
        if (value instanceof Expression.FunctionCall call && call.name().text().equals("env")) {
            diagnostics.add(ConfigMessages.providerFromEnvironment(block));
            return null;
        }
        if (!(value instanceof Expression.StringLiteral text)) {
            diagnostics.add(ConfigMessages.providerNotText(block, value));
            return null;
        }
        if (text.value().isEmpty()) {
            diagnostics.add(ConfigMessages.emptyProvider(block, value));
            return null;
        }
        Optional<Provider> provider = Provider.of(text.value());
        if (provider.isEmpty()) {
            diagnostics.add(ConfigMessages.unknownProvider(text.value(), value));
        }
        return provider.orElse(null);
    }

    /** Null if the value is no string; a mode that there is not is reported, but reading goes on. */
    private @Nullable RelationMode relationMode(Database database) {
        Property mode = properties.take("relationMode");
        Property oldName = properties.take("referentialIntegrity");
        if (oldName != null) {
            diagnostics.add(ConfigMessages.oldNameOfRelationMode(oldName));
            if (mode != null) {
                diagnostics.add(ConfigMessages.relationModeTwice(oldName));
                return database.defaultRelationMode();
            }
            mode = oldName;
        }
        if (mode == null) {
            return database.defaultRelationMode();
        }
        Expression value = ConfigProperties.value(mode);
        String text = expressions.string(value);
        if (text == null) {
            return null;
        }
        RelationMode found = switch (text) {
            case "prisma" -> RelationMode.PRISMA;
            case "foreignKeys" -> RelationMode.FOREIGN_KEYS;
            default -> null;
        };
        List<String> allowed = database.relationModes().stream()
                .map(m -> m == RelationMode.PRISMA ? "prisma" : "foreignKeys")
                .toList();
        if (found == null) {
            diagnostics.add(ConfigMessages.unknownRelationMode(text, block.span(), allowed));
            return database.defaultRelationMode();
        }
        if (!database.relationModes().contains(found)) {
            diagnostics.add(ConfigMessages.unknownRelationMode(text, value.span(), allowed));
        }
        return found;
    }

    private @Nullable ConfigValue connection(String name) {
        Property property = properties.take(name);
        if (property == null) {
            return null;
        }
        if (level == LanguageLevel.PRISMA_7) {
            diagnostics.add(ConfigMessages.connectionInSchema(property));
            return null;
        }
        Expression value = ConfigProperties.value(property);
        if (ConfigProperties.environmentVariable(value) == null && expressions.string(value) == null) {
            return null;
        }
        return ConfigProperties.configValue(value);
    }

    private List<String> schemas(Database database) {
        Property property = properties.take("schemas");
        if (property == null) {
            return List.of();
        }
        Expression value = ConfigProperties.value(property);
        List<String> schemas = expressions.strings(value);
        if (schemas == null) {
            return List.of();
        }
        if (!database.can(Capability.MULTI_SCHEMA)) {
            diagnostics.add(ConfigMessages.schemasNotSupported(value, database));
            return List.of();
        }
        if (schemas.isEmpty()) {
            diagnostics.add(ConfigMessages.noSchemas(value));
        }
        // Every one but the last is marked.
        Set<String> later = new HashSet<>();
        List<Expression> elements = Expressions.elements(value);
        for (int i = schemas.size() - 1; i >= 0; i--) {
            if (!later.add(schemas.get(i))) {
                diagnostics.add(ConfigMessages.duplicateSchema(
                        schemas.get(i), elements.get(i).span()));
            }
        }
        return schemas;
    }

    private List<Extension> extensions() {
        Property property = properties.take("extensions");
        if (property == null) {
            return List.of();
        }
        return new ExtensionsReader(diagnostics).read(ConfigProperties.value(property));
    }
}
