// Reads prisma.config.toml, strictly: a key that nobody reads is most often a misspelt one.
package dev.prisma4j.cli.config;

import dev.prisma4j.cli.failure.InvalidSource;
import dev.prisma4j.schema.diagnostic.Diagnostic;
import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.diagnostic.Spelling;
import dev.prisma4j.schema.source.SourceFile;
import dev.prisma4j.schema.source.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** One reading of one TOML file. */
final class TomlConfigReader {
    private final SourceFile source;
    private final Diagnostics diagnostics = new Diagnostics();
    private final Settings settings = new Settings();

    private TomlConfigReader(SourceFile source) {
        this.source = source;
    }

    /**
     * Reads a file's text.
     *
     * @throws InvalidSource with everything that is wrong with it
     */
    static ProjectConfig read(Path file, Path folder, SourceFile source) {
        TomlConfigReader reader = new TomlConfigReader(source);
        TomlParseResult result = Toml.parse(source.text());
        for (TomlParseError error : result.errors()) {
            reader.error(error.position(), String.valueOf(error.getMessage()), null);
        }
        if (!result.hasErrors()) {
            reader.table(result, "");
        }
        if (reader.diagnostics.hasErrors()) {
            throw new InvalidSource("The configuration cannot be used", reader.diagnostics.all());
        }
        return ProjectConfig.of(file, folder, reader.settings, List.of());
    }

    private void table(TomlTable table, String prefix) {
        for (String name : table.keySet()) {
            String path = prefix + name;
            TomlPosition place = table.inputPositionOf(List.of(name));
            Object value = table.get(List.of(name));
            ConfigKey key = ConfigKey.of(path);
            if (key != null) {
                setting(key, value, place);
            } else if (ConfigKey.isSection(path) && value instanceof TomlTable section) {
                table(section, path + ".");
            } else if (ConfigKey.isSection(path)) {
                error(
                        place,
                        "\"" + path + "\" is a section, not a value",
                        "write [" + path + "] and its keys below it");
            } else {
                unknown(place, path);
            }
        }
    }

    private void setting(ConfigKey key, @Nullable Object value, @Nullable TomlPosition place) {
        if (key.isList()) {
            list(key, value, place);
        } else if (value instanceof String text) {
            settings.put(key, Template.parse(text));
        } else {
            error(place, "\"" + key.path() + "\" must be a string", null);
        }
    }

    private void list(ConfigKey key, @Nullable Object value, @Nullable TomlPosition place) {
        if (!(value instanceof TomlArray array)) {
            error(place, "\"" + key.path() + "\" must be a list of strings", null);
            return;
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            if (array.get(i) instanceof String text) {
                texts.add(text);
            } else {
                error(array.inputPositionOf(i), "\"" + key.path() + "\" may only hold strings", null);
            }
        }
        settings.put(key, texts);
    }

    private void unknown(@Nullable TomlPosition place, String path) {
        String meant = Spelling.closest(path, ConfigKey.paths());
        String known = "the keys are " + String.join(", ", ConfigKey.paths());
        error(
                place,
                "\"" + path + "\" is not a key of the configuration",
                meant == null ? known : "did you mean \"" + meant + "\"?");
    }

    private void error(@Nullable TomlPosition place, String message, @Nullable String help) {
        int start = 0;
        if (place != null && place.line() <= source.lineCount()) {
            int line = source.lineStart(place.line());
            start = Math.min(source.text().length(), line + Math.max(0, place.column() - 1));
        }
        int end = start;
        while (end < source.text().length()
                && !Character.isWhitespace(source.text().charAt(end))) {
            end++;
        }
        diagnostics.add(Diagnostic.error(new Span(source, start, end), message, help));
    }
}
