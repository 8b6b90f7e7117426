package dev.prisma4j.migrate.history;

import dev.prisma4j.migrate.error.MigrateErrors;
import dev.prisma4j.migrate.error.MigrateException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder that holds a project's migrations, each in a folder of its own, and the lock file that says for which kind
 * of database they are.
 *
 * @param path the folder, which need not be there yet
 */
public record MigrationFolder(Path path) {
    /** The lock file's name. */
    public static final String LOCK_FILE = "migration_lock.toml";

    private static final int LONGEST_NAME = 200;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /**
     * The migrations in the order in which they are applied, that of their names.
     *
     * @throws MigrateException if the folder cannot be read, or if a migration that was squashed is back and changed
     */
    public List<MigrationFile> migrations() {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        List<MigrationFile> all = allMigrations();
        List<MigrationFile> left = leftovers(all);
        return all.stream().filter(file -> !left.contains(file)).toList();
    }

    /** What a squash took the place of and was interrupted before it could delete it. */
    List<MigrationFile> leftovers() {
        return Files.isDirectory(path) ? leftovers(allMigrations()) : List.of();
    }

    private static List<MigrationFile> leftovers(List<MigrationFile> all) {
        List<MigrationFile> left = new ArrayList<>();
        for (MigrationFile squash : all) {
            for (SquashedMigration replaced : squash.squashed()) {
                all.stream()
                        .filter(file -> file.name().equals(replaced.name()))
                        .peek(file -> checkIsLeft(file, replaced, squash))
                        .forEach(left::add);
            }
        }
        return left;
    }

    /** Somebody may have brought the folder back and changed it; that is neither to be passed over nor to be deleted. */
    private static void checkIsLeft(MigrationFile file, SquashedMigration replaced, MigrationFile squash) {
        List<String> others = SquashFiles.filesOfOthers(List.of(file));
        if (!others.isEmpty()) {
            throw MigrateErrors.notWhatWasSquashed(
                    file.name(), squash.name(), "holds other files: " + String.join(", ", others));
        }
        if (file.hasScript() && Checksum.variants(file.bytes()).stream().noneMatch(replaced::isScript)) {
            throw MigrateErrors.notWhatWasSquashed(file.name(), squash.name(), "has another script");
        }
    }

    /** Those too that a squash took the place of and was interrupted before it could delete them. */
    List<MigrationFile> allMigrations() {
        try (Stream<Path> entries = Files.list(path)) {
            return entries.filter(Files::isDirectory)
                    .map(MigrationFile::new)
                    .sorted(Comparator.comparing(MigrationFile::name))
                    .toList();
        } catch (IOException e) {
            throw MigrateErrors.fileError("The migrations folder " + path + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The migration of that name. */
    public Optional<MigrationFile> migration(String name) {
        return migrations().stream().filter(m -> m.name().equals(name)).findFirst();
    }

    /**
     * Writes a new migration and the lock file. Each is written beside and moved into place, so that a crash leaves no half
     * of it.
     *
     * @param name what the migration is called; may be empty
     * @param script its script
     * @param provider the lock file's word for the kind of database
     * @param now the moment that the folder's name starts with
     * @return the new migration
     * @throws MigrateException P3010 if the name is too long, or if the folder cannot be written
     */
    public MigrationFile create(String name, String script, String provider, Instant now) {
        if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            throw MigrateErrors.nameTooLong(name);
        }
        String stamp = stampAfterAll(now);
        Path folder = path.resolve(name.isEmpty() ? stamp : stamp + "_" + name);
        try {
            Files.createDirectories(path);
            writeLock(lockText(provider));
            MigrationDraft.write(folder, Map.of(MigrationFile.SCRIPT, script));
        } catch (IOException e) {
            throw MigrateErrors.fileError("The migration " + folder + " cannot be written: " + e.getMessage(), e);
        }
        return new MigrationFile(folder);
    }

    private void writeLock(String text) throws IOException {
        Path lock = path.resolve(LOCK_FILE);
        if (!Files.isRegularFile(lock) || !Files.readString(lock).equals(text)) {
            MigrationDraft.replace(lock, text);
        }
    }

    /**
     * Deletes what commands left behind that died while they wrote a migration.
     *
     * @throws MigrateException if the folder cannot be written
     */
    public void sweep() {
        try {
            MigrationDraft.sweep(path);
            Files.deleteIfExists(path.resolve(LOCK_FILE + ".tmp"));
        } catch (IOException e) {
            throw MigrateErrors.fileError(
                    "What an interrupted command left beside " + path + " cannot be deleted: " + e.getMessage(), e);
        }
    }

    /** The moment, or the next second after the newest migration: two made in one second must keep their order. */
    private String stampAfterAll(Instant now) {
        Instant moment = now;
        String newest = migrations().stream()
                .map(MigrationFile::name)
                .filter(n -> n.matches("\\d{14}(_.*)?"))
                .map(n -> n.substring(0, 14))
                .max(Comparator.naturalOrder())
                .orElse("");
        while (STAMP.format(moment).compareTo(newest) <= 0 && isSoon(moment, now)) {
            moment = moment.plusSeconds(1);
        }
        return STAMP.format(moment);
    }

    /** A migration dated far in the future does not drag the next ones along. */
    private static boolean isSoon(Instant moment, Instant now) {
        return moment.isBefore(now.plusSeconds(60));
    }

    private static String lockText(String provider) {
        return "# Please do not edit this file manually\n"
                + "# It should be added in your version-control system (e.g., Git)\n"
                + "provider = \"" + provider + "\"\n";
    }

    /**
     * Makes sure that the migrations are for that kind of database.
     *
     * @param provider the lock file's word for it
     * @throws MigrateException P3019 if the lock file names another one
     */
    public void checkProvider(String provider) {
        Path lock = path.resolve(LOCK_FILE);
        if (!Files.isRegularFile(lock)) {
            return;
        }
        String found;
        try {
            found = Files.readAllLines(lock).stream()
                    .filter(line -> line.startsWith("provider"))
                    .findFirst()
                    .map(line ->
                            line.replace("provider = ", "").replace("\"", "").strip())
                    .orElse("<PROVIDER NOT FOUND>");
        } catch (IOException e) {
            throw MigrateErrors.fileError("The lock file " + lock + " cannot be read: " + e.getMessage(), e);
        }
        if (!found.equals(provider)) {
            throw MigrateErrors.otherProvider(provider, found);
        }
    }
}
