package dev.prisma4j.migrate.command;

import dev.prisma4j.migrate.error.MigrateErrors;
import dev.prisma4j.migrate.error.MigrateException;
import dev.prisma4j.migrate.history.MigrationFile;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The applied migrations, parted into those that stay and those that are undone.
 *
 * @param kept those that stay, in the order of the folder
 * @param undone those that are undone, in the order of the folder
 */
record DownSelection(List<MigrationFile> kept, List<MigrationFile> undone) {

    /**
     * Parts the applied migrations.
     *
     * @throws MigrateException P3009 if one failed, P3017 if the named one is unknown, or if the history has migrations
     *     that the folder lacks
     */
    static DownSelection of(Project project, Session session, int steps, @Nullable String to) {
        List<MigrationFile> files = project.folder().migrations();
        HistoryDiagnosis history = HistoryDiagnosis.of(session.hasHistory(), files, session.rows());
        Deploy.refuseFailed(history.failed());
        if (!history.onlyInDatabase().isEmpty()) {
            throw MigrateErrors.usage(
                    "The database has migrations that the folder lacks, so it is not known what stands on" + " what: "
                            + String.join(", ", history.onlyInDatabase()));
        }
        Set<String> names = Set.copyOf(history.applied());
        List<MigrationFile> applied =
                files.stream().filter(f -> names.contains(f.name())).toList();
        int stay = to == null ? applied.size() - steps : positionOf(to, files, applied) + 1;
        if (stay < 0) {
            throw MigrateErrors.usage(
                    "Only " + applied.size() + " migrations are applied, so " + steps + " cannot be undone.");
        }
        return new DownSelection(applied.subList(0, stay), applied.subList(stay, applied.size()));
    }

    private static int positionOf(String name, List<MigrationFile> files, List<MigrationFile> applied) {
        for (int i = 0; i < applied.size(); i++) {
            if (applied.get(i).name().equals(name)) {
                return i;
            }
        }
        if (files.stream().noneMatch(f -> f.name().equals(name))) {
            throw MigrateErrors.unknownMigration(name);
        }
        throw MigrateErrors.usage("The migration `" + name + "` is not applied, so there is no way down to it.");
    }
}
