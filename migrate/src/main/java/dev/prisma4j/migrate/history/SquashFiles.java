package dev.prisma4j.migrate.history;

import dev.prisma4j.migrate.error.MigrateErrors;
import dev.prisma4j.migrate.error.MigrateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The part of a squash that happens in the migrations folder: the new migration comes whole, then the others go. */
public final class SquashFiles {
    private static final Set<String> OWN =
            Set.of(MigrationFile.SCRIPT, MigrationFile.DOWN_SCRIPT, MigrationFile.SQUASHED);

    private final MigrationFolder folder;

    /** Squashes in that folder. */
    public SquashFiles(MigrationFolder folder) {
        this.folder = folder;
    }

    /**
     * Deletes what is left of an interrupted squash, and gives the names of those migrations.
     *
     * @throws MigrateException if a folder is no longer as the squash found it
     */
    public List<String> finish() {
        folder.sweep();
        List<MigrationFile> left = folder.leftovers();
        left.forEach(SquashFiles::delete);
        return left.stream().map(MigrationFile::name).toList();
    }

    /** The files in the folders of migrations that are not ours to delete. */
    public static List<String> filesOfOthers(List<MigrationFile> migrations) {
        List<String> found = new ArrayList<>();
        for (MigrationFile migration : migrations) {
            try (Stream<Path> files = Files.list(migration.folder())) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> !OWN.contains(name) && !MigrationDraft.isPartOf(name, OWN))
                        .forEach(name -> found.add(migration.name() + "/" + name));
            } catch (IOException e) {
                throw MigrateErrors.fileError(
                        "The migration " + migration.folder() + " cannot be read: " + e.getMessage(), e);
            }
        }
        return found;
    }

    /**
     * The folder's name of the migration that takes the place of others. It sorts where the last of them did.
     *
     * @param name what it is called
     */
    public String name(List<MigrationFile> squashed, String name) {
        String last = squashed.get(squashed.size() - 1).name();
        String stamp = last.replaceFirst("^(\\d*).*$", "$1");
        String result = (stamp.isEmpty() ? last : stamp) + (name.isEmpty() ? "_squashed" : "_" + name);
        List<String> others = folder.migrations().stream()
                .filter(file -> !squashed.contains(file))
                .map(MigrationFile::name)
                .toList();
        boolean fits = others.stream()
                .allMatch(other -> !other.equals(result) && other.compareTo(result) < 0 == other.compareTo(last) < 0);
        if (!fits
                || folder.allMigrations().stream().anyMatch(file -> file.name().equals(result))) {
            throw MigrateErrors.usage("The new migration would be called " + result
                    + ", which is there already or would not be in the place of the others; give it another --name.");
        }
        return result;
    }

    /**
     * Writes the new migration and deletes the others.
     *
     * @param name the folder's name of the new migration
     * @param down how to undo it, or null
     */
    public MigrationFile replace(List<MigrationFile> squashed, String name, String script, @Nullable String down) {
        List<SquashedMigration> list =
                squashed.stream().map(SquashedMigration::of).toList();
        Path target = folder.path().resolve(name);
        try {
            Map<String, String> files = new LinkedHashMap<>();
            files.put(MigrationFile.SCRIPT, script);
            files.put(MigrationFile.SQUASHED, SquashedMigration.text(list));
            if (down != null) {
                files.put(MigrationFile.DOWN_SCRIPT, down);
            }
            MigrationDraft.write(target, files);
        } catch (IOException e) {
            throw MigrateErrors.fileError("The migration " + target + " cannot be written: " + e.getMessage(), e);
        }
        squashed.forEach(SquashFiles::delete);
        return new MigrationFile(target);
    }

    private static void delete(MigrationFile migration) {
        try {
            MigrationDraft.delete(migration.folder());
        } catch (IOException e) {
            throw MigrateErrors.fileError(
                    "The migration " + migration.folder() + " cannot be deleted: " + e.getMessage(), e);
        }
    }
}
