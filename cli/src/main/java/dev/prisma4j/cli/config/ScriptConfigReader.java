// Reads prisma.config.ts and its siblings without running them.
package dev.prisma4j.cli.config;

import dev.prisma4j.schema.source.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the object that the module exports and takes the settings whose values are written out: strings, lists of
 * strings, {@code env("NAME")} and {@code process.env.NAME}, also with another value behind {@code ??} or {@code ||}. Everything else is reported as not understood, with its
 * place; no code is ever run.
 */
final class ScriptConfigReader {
    private final SourceFile source;
    private final ScriptTokens tokens;
    private final Settings settings = new Settings();
    private final List<String> notes = new ArrayList<>();

    private ScriptConfigReader(SourceFile source) {
        this.source = source;
        this.tokens = new ScriptTokens(source.text());
    }

    static ProjectConfig read(Path file, Path folder, SourceFile source) {
        ScriptConfigReader reader = new ScriptConfigReader(source);
        if (reader.goToExportedObject()) {
            reader.object("");
        } else {
            reader.settings.compute("", source.name());
            reader.notes.add(source.name()
                    + ": no exported object was found (export default defineConfig({...}), export default {...} or"
                    + " module.exports = {...}), so none of its settings are used");
        }
        return ProjectConfig.of(file, folder, reader.settings, reader.notes);
    }

    // Leaves the tokens just behind the object's opening brace.
    private boolean goToExportedObject() {
        while (!tokens.atEnd()) {
            boolean exports = tokens.accept("export", "default") || tokens.accept("module", ".", "exports", "=");
            if (exports) {
                tokens.accept("defineConfig");
                tokens.accept("(");
                return tokens.accept("{");
            }
            tokens.skip();
        }
        return false;
    }

    private void object(String prefix) {
        while (!tokens.atEnd() && !tokens.accept("}")) {
            int start = tokens.offset();
            String name = tokens.propertyName();
            if (name != null && tokens.accept(":")) {
                property(prefix + name, start);
            } else {
                if (tokens.accept(".", ".", ".")) {
                    settings.compute(prefix, place(start));
                }
                note(
                        start,
                        prefix.isEmpty()
                                ? "this part"
                                : "this part of \"" + prefix.substring(0, prefix.length() - 1) + "\"");
                tokens.skipExpression();
            }
            tokens.accept(",");
        }
    }

    private void property(String path, int start) {
        ConfigKey key = ConfigKey.of(path);
        if (ConfigKey.isSection(path) && tokens.accept("{")) {
            object(path + ".");
            return;
        }
        if (key == null) {
            tokens.skipExpression();
            settings.compute(path + ".", place(start));
            note(start, "\"" + path + "\"");
            return;
        }
        boolean understood = key.isList() ? list(key) : text(key);
        if (!understood || !tokens.atEndOfExpression()) {
            tokens.skipExpression();
            settings.compute(path, place(start));
            note(start, "the value of \"" + path + "\"");
        }
    }

    private boolean text(ConfigKey key) {
        Template value = value();
        tokens.skipAssertions();
        if (value == null || !tokens.atEndOfExpression()) {
            return false;
        }
        settings.put(key, value);
        return true;
    }

    private @Nullable Template value() {
        String literal = tokens.string();
        if (literal != null) {
            return Template.literal(literal);
        }
        if (tokens.accept("env", "(")) {
            String name = tokens.string();
            return name != null && tokens.accept(")") ? Template.variable(name) : null;
        }
        if (tokens.accept("process", ".", "env", ".")) {
            String name = tokens.propertyName();
            return name == null ? null : variable(name);
        }
        if (tokens.accept("process", ".", "env", "[")) {
            String name = tokens.string();
            return name != null && tokens.accept("]") ? variable(name) : null;
        }
        if (tokens.accept("path", ".", "join", "(")) {
            return joinedPath();
        }
        return null;
    }

    private @Nullable Template variable(String name) {
        boolean ifMissing = tokens.accept("?", "?");
        boolean ifEmpty = !ifMissing && tokens.accept("|", "|");
        if (!ifMissing && !ifEmpty) {
            return Template.variable(name);
        }
        Template other = value();
        return other == null ? null : new Template(List.of(new Template.VariableOr(name, other, ifEmpty)));
    }

    private @Nullable Template joinedPath() {
        List<String> parts = new ArrayList<>();
        do {
            String part = tokens.string();
            if (part == null) {
                return null;
            }
            parts.add(part);
        } while (tokens.accept(","));
        return tokens.accept(")") ? Template.literal(String.join("/", parts)) : null;
    }

    private boolean list(ConfigKey key) {
        if (!tokens.accept("[")) {
            return false;
        }
        List<String> values = new ArrayList<>();
        while (!tokens.accept("]")) {
            String value = tokens.string();
            if (value == null) {
                return false;
            }
            values.add(value);
            tokens.accept(",");
        }
        tokens.skipAssertions();
        settings.put(key, values);
        return true;
    }

    private String place(int offset) {
        return source.name() + ":" + source.line(offset) + ":" + source.column(offset);
    }

    private void note(int offset, String what) {
        notes.add(place(offset) + ": " + what + " is not understood without running the file, so it is not used");
    }
}
