package dev.prisma4j.migrate.rename;

import dev.prisma4j.migrate.error.MigrateErrors;
import dev.prisma4j.migrate.error.MigrateException;
import dev.prisma4j.migrate.table.DatabaseSchema;
import dev.prisma4j.schema.model.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds out what was renamed between a database and a schema: what is declared first, then what somebody chooses among
 * likely pairs. Tables and enums come before columns and values, whose tables have to be paired by then.
 */
public final class RenamePlanner {
    private final DatabaseSchema from;
    private final DatabaseSchema to;
    private final RenameOptions options;
    private final RenameNames names;
    private final List<Rename> renames = new ArrayList<>();

    private RenamePlanner(DatabaseSchema from, DatabaseSchema to, Schema schema, RenameOptions options) {
        this.from = from;
        this.to = to;
        this.options = options;
        this.names = new RenameNames(schema, to);
    }

    /**
     * The renames between a database and what a schema asks for.
     *
     * @param schema the schema that {@code to} was made from
     * @throws MigrateException if a declared rename names something that is not there, or something new that is
     */
    public static Renames plan(DatabaseSchema from, DatabaseSchema to, Schema schema, RenameOptions options) {
        return new RenamePlanner(from, to, schema, options).run();
    }

    private Renames run() {
        Set<String> declared = new LinkedHashSet<>(options.declared());
        declared.removeIf(text -> declare(text, names::ofWhole));
        names.hints().forEach(hint -> hint(hint, names::ofWhole));
        choose(RenameCandidates::tables);
        choose(RenameCandidates::enums);
        renames.addAll(candidates().joinTables());
        declared.removeIf(text -> declare(text, names::ofPart));
        names.hints().forEach(hint -> hint(hint, names::ofPart));
        choose(RenameCandidates::columns);
        choose(RenameCandidates::values);
        choose(candidates -> names.valuesOfColumns(now()));
        if (!declared.isEmpty()) {
            throw MigrateErrors.usage("--rename " + String.join(", ", declared)
                    + ": there is no such rename between the database and the schema. The old name is the one in the"
                    + " database, and nothing in the schema may have it; the new name is the one in the schema, and nothing"
                    + " in the database may have it.");
        }
        return new Renames(renames);
    }

    private DatabaseSchema now() {
        return RenamedSchema.of(from, renames).schema();
    }

    private RenameCandidates candidates() {
        return new RenameCandidates(now(), to);
    }

    private interface Reading {
        List<Rename> read(String text, DatabaseSchema now);
    }

    private boolean declare(String text, Reading reading) {
        if (!text.matches("[^=]+=[^=]+")) {
            throw MigrateErrors.usage("--rename " + text
                    + " is not understood; write OldModel=NewModel, Model.oldField=newField, OldEnum=NewEnum, or"
                    + " Enum.OLD=NEW");
        }
        List<Rename> found = reading.read(text, now());
        renames.addAll(found);
        return !found.isEmpty();
    }

    /** What the schema says of itself may stay there when it is done. */
    private void hint(String text, Reading reading) {
        renames.addAll(reading.read(text, now()));
    }

    private void choose(Function<RenameCandidates, List<List<Rename>>> kind) {
        Set<String> taken = new HashSet<>();
        for (List<Rename> candidates : kind.apply(candidates())) {
            List<Rename> left = candidates.stream()
                    .filter(candidate -> !taken.contains(source(candidate)))
                    .toList();
            Rename chosen = left.isEmpty() ? null : options.chooser().choose(left);
            if (chosen != null) {
                taken.add(source(chosen));
                renames.add(chosen);
            }
        }
    }

    /** What it is called before: that can become one thing only. */
    private static String source(Rename rename) {
        return rename.flag().substring(0, rename.flag().indexOf('='));
    }
}
