package dev.prisma4j.schema.validate.message;

import dev.prisma4j.schema.database.Database;
import dev.prisma4j.schema.diagnostic.Diagnostic;
import dev.prisma4j.schema.diagnostic.Spelling;
import dev.prisma4j.schema.source.Span;
import dev.prisma4j.schema.syntax.ConfigBlock;
import dev.prisma4j.schema.syntax.Expression;
import dev.prisma4j.schema.syntax.Identifier;
import dev.prisma4j.schema.syntax.Property;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages about datasources and generators. */
public final class ConfigMessages {
    private static final List<String> PROVIDERS =
            List.of("postgresql", "mysql", "sqlite", "sqlserver", "cockroachdb", "mongodb");

    private ConfigMessages() {}

    private static String block(ConfigBlock block) {
        return block.kind().keyword() + " `" + block.name().text() + "`";
    }

    public static Diagnostic duplicateKey(Identifier key, ConfigBlock block) {
        return Diagnostic.error(
                key.span(),
                "`" + key.text() + "` is set twice in the " + block(block) + ".",
                "Keep the line that is right and remove the other.");
    }

    public static Diagnostic missingValue(Property property, ConfigBlock block) {
        return Diagnostic.error(
                block.span(),
                "`" + property.name().text() + "` in the " + block(block) + " has no value.",
                "Write a value after the equals sign, or remove the line.");
    }

    public static Diagnostic missingProvider(ConfigBlock block) {
        String example = block.kind() == ConfigBlock.Kind.DATASOURCE ? "\"postgresql\"" : "\"prisma4j\"";
        return Diagnostic.error(
                block.span(),
                "The " + block(block) + " does not say its `provider`.",
                "Add a line such as `provider = " + example + "`.");
    }

    public static Diagnostic duplicateGenerator(ConfigBlock block) {
        return Diagnostic.error(
                block.name().span(),
                "There is another generator with the name `" + block.name().text() + "`.",
                "Give each generator a name of its own.");
    }

    public static Diagnostic severalDatasources(ConfigBlock block) {
        return Diagnostic.error(
                block.span(),
                "There is more than one datasource in this file; a schema describes one database.",
                "Keep one datasource and put the others into schemas of their own.");
    }

    public static Diagnostic providerFromEnvironment(ConfigBlock block) {
        return Diagnostic.error(
                block.span(),
                "The `provider` of the " + block(block)
                        + " cannot come from the environment: types and attributes depend on it.",
                "Write it as a string, for example `provider = \"postgresql\"`.");
    }

    public static Diagnostic providerNotText(ConfigBlock block, Expression value) {
        return Diagnostic.error(
                value.span(),
                "The `provider` of the " + block(block) + " must be a string, but this is "
                        + ValueMessages.describe(value) + ".",
                value instanceof Expression.Constant word
                        ? "Put it in double quotes: `\"" + word.text() + "\"`."
                        : "Write for example `provider = \"postgresql\"`.");
    }

    public static Diagnostic emptyProvider(ConfigBlock block, Expression value) {
        return Diagnostic.error(
                value.span(),
                "The `provider` of the " + block(block) + " is empty.",
                "Use one of " + quoted(PROVIDERS) + ".");
    }

    public static Diagnostic unknownProvider(String provider, Expression value) {
        String near = provider.equalsIgnoreCase("mariadb") ? "mysql" : Spelling.closest(provider, PROVIDERS);
        return Diagnostic.error(
                value.span(),
                "There is no datasource provider `" + provider + "`.",
                (near == null ? "" : "Did you mean `" + near + "`? ") + "Known providers are " + quoted(PROVIDERS)
                        + ".");
    }

    public static Diagnostic connectionInSchema(Property property) {
        return Diagnostic.error(
                property.span(),
                "Prisma 7 does not read `" + property.name().text() + "` from the schema.",
                "Move it to the configuration file of the project.");
    }

    public static Diagnostic unknownProperty(Property property, Collection<String> known) {
        String near = Spelling.closest(property.name().text(), known);
        return Diagnostic.error(
                property.span(),
                "A datasource has no property `" + property.name().text() + "`.",
                near == null ? "Its properties are " + quoted(known) + "." : "Did you mean `" + near + "`?");
    }

    public static Diagnostic unknownRelationMode(String mode, Span span, Collection<String> allowed) {
        return Diagnostic.error(span, "There is no relation mode `" + mode + "` here.", "Use " + quoted(allowed) + ".");
    }

    public static Diagnostic relationModeTwice(Property old) {
        return Diagnostic.error(
                old.span(),
                "`referentialIntegrity` is the old name of `relationMode`; only one of them can be set.",
                "Remove `referentialIntegrity`.");
    }

    public static Diagnostic oldNameOfRelationMode(Property old) {
        return Diagnostic.warning(
                old.span(),
                "`referentialIntegrity` is the old name of `relationMode`.",
                "Rename it to `relationMode`.");
    }

    public static Diagnostic schemasNotSupported(Expression value, Database database) {
        return Diagnostic.error(
                value.span(),
                "`schemas` cannot be used with " + database.displayName() + ", which has no schemas within a database.",
                "Remove the line.");
    }

    public static Diagnostic noSchemas(Expression value) {
        return Diagnostic.error(
                value.span(), "The list of `schemas` is empty.", "Name at least one, or remove the line.");
    }

    public static Diagnostic duplicateSchema(String name, Span span) {
        return Diagnostic.error(span, "The schema `" + name + "` is listed twice.", "Remove one of them.");
    }

    public static Diagnostic extensionsNeedPreview(Span span) {
        return Diagnostic.error(
                span,
                "`extensions` needs the preview feature `postgresqlExtensions`.",
                "Add `previewFeatures = [\"postgresqlExtensions\"]` to a generator.");
    }

    public static Diagnostic extensionNameWithHyphen(Span span, String name) {
        String better = name.replace('-', '_');
        return Diagnostic.error(
                span,
                "The name of an extension must not contain a hyphen.",
                "Write `" + better + "(map: \"" + name + "\")`.");
    }

    public static Diagnostic unnamedExtensionArgument(Span span) {
        return Diagnostic.error(
                span, "The arguments of an extension need names.", "Use `map:`, `version:` or `schema:`.");
    }

    public static Diagnostic unknownExtensionArgument(Identifier name, Span span) {
        return Diagnostic.error(
                span,
                "An extension has no argument `" + name.text() + "`.",
                "Its arguments are `map`, `version` and `schema`.");
    }

    public static Diagnostic extensionArgumentNotText(String name, Span span) {
        return Diagnostic.error(span, "The argument `" + name + "` of an extension must be a string.", null);
    }

    public static Diagnostic unknownPreviewFeature(String feature, Span span, Collection<String> offered) {
        String near = Spelling.closest(feature, offered);
        return Diagnostic.error(
                span,
                "There is no preview feature `" + feature + "`.",
                near == null ? "There are " + quoted(offered) + "." : "Did you mean `" + near + "`?");
    }

    public static Diagnostic stablePreviewFeature(String feature, Span span) {
        return Diagnostic.warning(
                span,
                "The preview feature `" + feature + "` is always on and need not be asked for any more.",
                "Remove it from `previewFeatures`.");
    }

    public static Diagnostic droppedPreviewFeature(String feature, Span span) {
        return Diagnostic.warning(
                span,
                "The preview feature `" + feature + "` does not exist any more and has no effect.",
                "Remove it from `previewFeatures`.");
    }

    public static Diagnostic renamedPreviewFeature(String feature, String newName, Span span) {
        return Diagnostic.warning(
                span,
                "On PostgreSQL the preview feature `" + feature + "` is now called `" + newName + "`.",
                "Rename it.");
    }

    static String quoted(Collection<String> words) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (String word : words) {
            if (at > 0) {
                text.append(at == words.size() - 1 ? " and " : ", ");
            }
            text.append('`').append(word).append('`');
            at++;
        }
        return text.toString();
    }

    static String quotedOr(Collection<String> words) {
        int last = quoted(words).lastIndexOf(" and ");
        String text = quoted(words);
        return last < 0 ? text : text.substring(0, last) + " or " + text.substring(last + 5);
    }

    static @Nullable String didYouMean(String word, Collection<String> candidates) {
        String near = Spelling.closest(word, candidates);
        return near == null ? null : "Did you mean `" + near + "`?";
    }
}
