package dev.prisma4j.migrate.command;

import dev.prisma4j.migrate.ddl.MigrationScript;
import dev.prisma4j.migrate.diff.DiffRules;
import dev.prisma4j.migrate.diff.Differ;
import dev.prisma4j.migrate.diff.DriftSummary;
import dev.prisma4j.migrate.diff.Migration;
import dev.prisma4j.migrate.error.MigrateErrors;
import dev.prisma4j.migrate.error.MigrateException;
import dev.prisma4j.migrate.history.MigrationFile;
import dev.prisma4j.migrate.history.SquashFiles;
import dev.prisma4j.migrate.table.DatabaseSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@code migrate squash}: puts several migrations together in one. The new one is tried on the shadow database and has to
 * give the same tables. Databases that have the old ones are told by a file beside it, see {@link Adoption}.
 */
public final class Squash {
    private final Project project;
    private final Progress progress;

    /** Squashes in that project. */
    public Squash(Project project, Progress progress) {
        this.project = project;
        this.progress = progress;
    }

    private record Range(List<MigrationFile> before, List<MigrationFile> squashed, List<MigrationFile> after) {}

    /**
     * Squashes.
     *
     * @throws MigrateException P3006, P3009, P3014, P3017, P3019, and if the migrations cannot be put together
     */
    public SquashResult run(SquashOptions options) {
        project.folder().checkProvider(project.kind().lockFileWord());
        SquashFiles files = new SquashFiles(project.folder());
        Range range = range(options, files);
        List<String> others = SquashFiles.filesOfOthers(range.squashed());
        if (!others.isEmpty()) {
            throw MigrateErrors.usage(
                    "The folders of these migrations hold files that would be lost; move them away first: "
                            + String.join(", ", others));
        }
        String name = files.name(range.squashed(), options.name());
        boolean noted = checkHistory(range.squashed());
        Draft draft;
        try (ShadowReplay shadow = new ShadowReplay(project)) {
            draft = draft(shadow, range, name, options.statements());
        }
        MigrationFile created = files.replace(range.squashed(), name, draft.script(), draft.down());
        if (noted) {
            try (Session session = Session.open(project)) {
                session.lock();
                new Adoption(session, progress).run(project.folder().migrations());
            }
        }
        return new SquashResult(
                created, range.squashed().stream().map(MigrationFile::name).toList(), noted);
    }

    private Range range(SquashOptions options, SquashFiles folder) {
        List<MigrationFile> files = project.folder().migrations();
        int first = options.from() == null ? 0 : position(files, options.from());
        int last = options.to() == null ? files.size() - 1 : position(files, options.to());
        folder.finish()
                .forEach(name -> progress.note(
                        "removed " + name + ", which an earlier squash that was interrupted took the place of"));
        if (last - first < 1) {
            throw MigrateErrors.usage("There are not two migrations or more to put together"
                    + (files.size() < 2 ? "." : " from " + options.from() + " to " + options.to() + "."));
        }
        return new Range(
                files.subList(0, first), files.subList(first, last + 1), files.subList(last + 1, files.size()));
    }

    private static int position(List<MigrationFile> files, String name) {
        for (int i = 0; i < files.size(); i++) {
            if (files.get(i).name().equals(name)) {
                return i;
            }
        }
        throw MigrateErrors.unknownMigration(name);
    }

    /** Whether the project's database has the migrations; it must have all of them or none, and unchanged. */
    private boolean checkHistory(List<MigrationFile> squashed) {
        if (!project.kind().exists(project.address())) {
            return false;
        }
        try (Session session = Session.open(project)) {
            HistoryDiagnosis history =
                    HistoryDiagnosis.of(session.hasHistory(), project.folder().migrations(), session.rows());
            Deploy.refuseFailed(history.failed());
            Set<String> applied = Set.copyOf(history.applied());
            List<String> missing = squashed.stream()
                    .map(MigrationFile::name)
                    .filter(n -> !applied.contains(n))
                    .toList();
            if (!missing.isEmpty() && missing.size() < squashed.size()) {
                throw MigrateErrors.usage("The database has only some of these migrations. Apply the others first: "
                        + String.join(", ", missing));
            }
            List<String> edited = squashed.stream()
                    .map(MigrationFile::name)
                    .filter(history.edited()::contains)
                    .toList();
            if (!edited.isEmpty()) {
                throw MigrateErrors.usage(
                        "These migrations were changed after the database got them, so nobody knows that"
                                + " it is as they say: " + String.join(", ", edited));
            }
            return missing.isEmpty();
        }
    }

    // ---- the script

    private record Draft(String script, @Nullable String down) {}

    private Draft draft(ShadowReplay shadow, Range range, String name, SquashOptions.Statements statements) {
        List<MigrationFile> all = new ArrayList<>(range.before());
        DatabaseSchema before = shadow.tablesAfter(all);
        all.addAll(range.squashed());
        DatabaseSchema after = shadow.tablesAfter(all);
        all.addAll(range.after());
        DatabaseSchema end = shadow.tablesAfter(all);
        String script = statements == SquashOptions.Statements.KEEP
                ? together(range.squashed(), MigrationFile::script)
                : generated(before, after, range.squashed(), statements);
        DatabaseSchema result = shadow.tablesAfter(range.before(), name, script, range.after());
        Migration difference = Differ.diff(end, result, rules());
        if (!difference.isEmpty()) {
            throw MigrateErrors.usage("Put together, the migrations do not make the same tables, so nothing was done:\n"
                    + DriftSummary.of(difference).strip()
                    + "\nWith --keep-statements the scripts are kept as they are.");
        }
        return new Draft(script, down(shadow, range, name, script, statements, Differ.diff(after, before, rules())));
    }

    /** The way back, tried like that of any migration; of those that were edited nothing is lost silently. */
    private String down(
            ShadowReplay shadow,
            Range range,
            String name,
            String script,
            SquashOptions.Statements statements,
            Migration back) {
        boolean keeps = statements == SquashOptions.Statements.KEEP
                && range.squashed().stream().allMatch(MigrationFile::hasDown);
        String down = keeps
                ? together(DownTrial.backwards(range.squashed()), MigrationFile::downScript)
                : DownScript.of(back, project);
        if (!keeps) {
            List<String> edited = editedDowns(shadow, range);
            if (!edited.isEmpty()) {
                progress.note("the down.sql of these migrations was written by hand, and that of " + name
                        + " has nothing of it: " + String.join(", ", edited));
            }
        }
        Down.tellProblem(shadow.tryDown(range.before(), name, script, down), progress);
        return down;
    }

    private List<String> editedDowns(ShadowReplay shadow, Range range) {
        List<String> edited = new ArrayList<>();
        List<MigrationFile> earlier = new ArrayList<>(range.before());
        for (MigrationFile migration : range.squashed()) {
            DatabaseSchema before = shadow.tablesAfter(earlier);
            earlier.add(migration);
            Migration back = DownScript.wayBack(migration, shadow.tablesAfter(earlier), before, project);
            if (migration.hasDown()
                    && !migration.downScript().replace("\r\n", "\n").equals(DownScript.of(back, project))) {
                edited.add(migration.name());
            }
        }
        return edited;
    }

    private DiffRules rules() {
        return project.kind().rules(project.schema());
    }

    private static String together(List<MigrationFile> squashed, Function<MigrationFile, String> part) {
        StringBuilder text = new StringBuilder();
        for (MigrationFile migration : squashed) {
            String script = part.apply(migration).strip();
            boolean ended = script.isEmpty() || script.endsWith(";");
            text.append("-- From ").append(migration.name()).append("\n\n").append(script);
            text.append(ended ? "" : "\n;").append("\n\n");
        }
        return text.toString().stripTrailing() + "\n";
    }

    private String generated(
            DatabaseSchema before,
            DatabaseSchema after,
            List<MigrationFile> squashed,
            SquashOptions.Statements statements) {
        List<String> own = OwnStatements.in(squashed, project.kind());
        if (!own.isEmpty() && statements == SquashOptions.Statements.REFUSE) {
            throw MigrateErrors.usage("These statements would not be in a migration that is written from the tables:\n"
                    + String.join("\n", own)
                    + "\nGive --keep-statements to keep all scripts as they are, one after the other, or"
                    + " --drop-statements to leave these out.");
        }
        return MigrationScript.of(
                Differ.diff(before, after, rules()), project.kind().renderer(after));
    }
}
