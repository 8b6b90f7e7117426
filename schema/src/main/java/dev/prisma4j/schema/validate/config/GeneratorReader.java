package dev.prisma4j.schema.validate.config;

import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.model.ConfigValue;
import dev.prisma4j.schema.model.Generator;
import dev.prisma4j.schema.model.Provider;
import dev.prisma4j.schema.source.Span;
import dev.prisma4j.schema.syntax.ConfigBlock;
import dev.prisma4j.schema.syntax.Expression;
import dev.prisma4j.schema.syntax.Property;
import dev.prisma4j.schema.validate.message.ConfigMessages;
import dev.prisma4j.schema.validate.value.Expressions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One generator block. Keys that the language does not know belong to the generator and are kept as they are. */
final class GeneratorReader {
    private final Diagnostics diagnostics;
    private final Expressions expressions;
    private final LanguageLevel level;
    private final @Nullable Provider provider;

    GeneratorReader(Diagnostics diagnostics, LanguageLevel level, @Nullable Provider provider) {
        this.diagnostics = diagnostics;
        this.expressions = new Expressions(diagnostics);
        this.level = level;
        this.provider = provider;
    }

    /** {@return the generator, or null where it cannot be used, which is reported} */
    @Nullable
    Generator read(ConfigBlock block) {
        ConfigProperties properties = ConfigProperties.read(block, diagnostics);
        if (properties == null) {
            return null;
        }
        Property providerProperty = properties.take("provider");
        if (providerProperty == null) {
            diagnostics.add(ConfigMessages.missingProvider(block));
            return null;
        }
        ConfigValue providerValue = textOrEnvironment(ConfigProperties.value(providerProperty));
        if (providerValue == null) {
            return null;
        }
        Property outputProperty = properties.take("output");
        ConfigValue output = null;
        if (outputProperty != null) {
            output = textOrEnvironment(ConfigProperties.value(outputProperty));
        }
        Property binaryTargets = properties.take("binaryTargets");
        List<String> features = previewFeatures(properties.take("previewFeatures"));
        Map<String, ConfigValue> rest = new LinkedHashMap<>();
        for (Property property : properties.rest()) {
            if (property.name().text().equals("engineType")) {
                textOrEnvironment(ConfigProperties.value(property));
            }
            rest.put(property.name().text(), ConfigProperties.configValue(ConfigProperties.value(property)));
        }
        return new Generator(
                block.name().text(),
                providerValue,
                output,
                binaryTargets == null ? List.of() : values(ConfigProperties.value(binaryTargets)),
                features,
                rest,
                block.documentation(),
                block.span().file().name());
    }

    private @Nullable ConfigValue textOrEnvironment(Expression value) {
        String variable = ConfigProperties.environmentVariable(value);
        if (variable != null) {
            return new ConfigValue.Env(variable);
        }
        String text = expressions.string(value);
        return text == null ? null : new ConfigValue.Text(text);
    }

    private List<ConfigValue> values(Expression value) {
        List<ConfigValue> values = new ArrayList<>();
        for (Expression element : Expressions.elements(value)) {
            ConfigValue text = textOrEnvironment(element);
            if (text != null) {
                values.add(text);
            }
        }
        return values;
    }

    private List<String> previewFeatures(@Nullable Property property) {
        if (property == null) {
            return List.of();
        }
        Expression value = ConfigProperties.value(property);
        List<String> written = expressions.strings(value);
        if (written == null) {
            return List.of();
        }
        List<String> features = new ArrayList<>();
        for (String feature : written) {
            check(feature, value.span());
            features.add(PreviewFeatures.canonical(feature));
        }
        return features;
    }

    private void check(String feature, Span span) {
        switch (PreviewFeatures.state(feature, provider)) {
            case ACTIVE -> {
                // Nothing to say.
            }
            case STABLE -> diagnostics.add(ConfigMessages.stablePreviewFeature(feature, span));
            case RENAMED ->
                diagnostics.add(ConfigMessages.renamedPreviewFeature(
                        feature, PreviewFeatures.FULL_TEXT_SEARCH_ON_POSTGRESQL, span));
            case DROPPED -> {
                if (level == LanguageLevel.PRISMA_7) {
                    unknown(feature, span);
                } else {
                    diagnostics.add(ConfigMessages.droppedPreviewFeature(feature, span));
                }
            }
            case UNKNOWN -> unknown(feature, span);
        }
    }

    private void unknown(String feature, Span span) {
        diagnostics.add(ConfigMessages.unknownPreviewFeature(feature, span, PreviewFeatures.offered(provider)));
    }
}
