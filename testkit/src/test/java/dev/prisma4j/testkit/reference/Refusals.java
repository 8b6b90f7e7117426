package dev.prisma4j.testkit.reference;

import dev.prisma4j.migrate.command.PushOptions;
import dev.prisma4j.migrate.error.MigrateException;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.source.SourceFile;
import dev.prisma4j.testkit.DatabaseKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a server refuses although the language allows it: types that it does not know, lengths that it does not have. Without
 * the models concerned the rest of a schema can still be compared. Every refusal that is known is kept in a file, so that
 * SQL of ours that a server does not take cannot hide among them; {@code -Dprisma4j.reference.keep=true} writes a new one to
 * the temporary folder.
 */
final class Refusals {
    private static final Pattern STATEMENT = Pattern.compile(
            "(CREATE TABLE|ALTER TABLE|INDEX [`\"][^`\"]+[`\"] ON) (?:\"[^\"]+\"\\.)?[`\"]([^`\"]+)[`\"]");

    private final List<String> told = new ArrayList<>();

    /** Notes what a server said. */
    void add(String id, String message) {
        Matcher statement = STATEMENT.matcher(message);
        String said = message.lines().findFirst().orElse("").replaceFirst("^The database refused a change: ", "");
        told.add(id.replaceFirst(" in part$", "") + (statement.find() ? ", " + statement.group(2) : "") + ": " + said);
    }

    /** Those that nobody looked at yet. */
    List<String> unknown(DatabaseKind kind) throws IOException {
        String file = "refused-" + kind.name().toLowerCase(Locale.ROOT) + ".txt";
        Set<String> known = new TreeSet<>(known(file));
        List<String> unknown =
                told.stream().filter(line -> !known.contains(line)).distinct().toList();
        if (Boolean.getBoolean("prisma4j.reference.keep")) {
            known.addAll(unknown);
            Files.write(Path.of(System.getProperty("java.io.tmpdir")).resolve(file), known);
        }
        return unknown;
    }

    private static List<String> known(String file) throws IOException {
        try (InputStream in = Refusals.class.getResourceAsStream(file)) {
            return in == null
                    ? List.of()
                    : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList();
        }
    }

    /** Pushes what the server takes of a schema to an empty database, and returns it, or null if nothing is left. */
    Pack.@Nullable Text push(Bench bench, Pack.Text whole) throws SQLException {
        Pack.Text text = whole;
        while (text != null) {
            try {
                bench.migrate(text.schema()).push(new PushOptions(true, false));
                return text;
            } catch (MigrateException e) {
                add(whole.id(), String.valueOf(e.getMessage()));
                text = without(text, String.valueOf(e.getMessage()));
            }
        }
        return null;
    }

    /** The schema without the model that a refused statement is about, or null if there is none, or others need it. */
    private static Pack.@Nullable Text without(Pack.Text text, String message) {
        Matcher statement = STATEMENT.matcher(message);
        String table = statement.find() ? statement.group(2) : "";
        Model model = text.schema().models().stream()
                .filter(m -> m.databaseName().equals(table))
                .findFirst()
                .orElse(null);
        if (model == null || text.schema().models().size() == 1) {
            return null;
        }
        List<SourceFile> files = new ArrayList<>();
        for (SourceFile file : text.files()) {
            files.add(SourceFile.of(file.name(), withoutBlock(file.text(), model.name())));
        }
        return SchemaCompiler.compile(files).isValid() ? new Pack.Text(text.id(), files) : null;
    }

    private static String withoutBlock(String text, String model) {
        StringBuilder kept = new StringBuilder();
        boolean inside = false;
        for (String line : text.lines().toList()) {
            inside |= line.matches("\\s*model\\s+" + Pattern.quote(model) + "\\s*\\{.*");
            if (!inside) {
                kept.append(line).append('\n');
            }
            inside &= !line.strip().endsWith("}");
        }
        return kept.toString();
    }
}
