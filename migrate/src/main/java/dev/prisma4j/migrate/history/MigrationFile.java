package dev.prisma4j.migrate.history;

import dev.prisma4j.migrate.error.MigrateErrors;
import dev.prisma4j.migrate.error.MigrateException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * A migration on disk.
 *
 * @param folder its folder, whose name is its name
 */
public record MigrationFile(Path folder) {
    /** The script's file name. */
    public static final String SCRIPT = "migration.sql";

    /** The file name of the script that undoes it, which Prisma's tools do not look at. */
    public static final String DOWN_SCRIPT = "down.sql";

    /** The file name of the list of migrations that it was squashed from. */
    public static final String SQUASHED = "squashed.txt";

    /** The name of the migration. */
    public String name() {
        return folder.getFileName().toString();
    }

    /** Where the script is. */
    public Path scriptPath() {
        return folder.resolve(SCRIPT);
    }

    /**
     * The bytes of the script.
     *
     * @throws MigrateException P3015 if there is none
     */
    public byte[] bytes() {
        try {
            return Files.readAllBytes(scriptPath());
        } catch (NoSuchFileException e) {
            throw MigrateErrors.scriptMissing(scriptPath());
        } catch (IOException e) {
            throw MigrateErrors.fileError(
                    "The migration file " + scriptPath() + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * The text of the script, without a byte-order mark.
     *
     * @throws MigrateException P3015 if there is none
     */
    public String script() {
        String text = new String(bytes(), StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Whether there is a script, as there should be. */
    public boolean hasScript() {
        return Files.isRegularFile(scriptPath());
    }

    /** Where the script that undoes it is, or would be. */
    public Path downPath() {
        return folder.resolve(DOWN_SCRIPT);
    }

    /** Whether there is a script that undoes it. */
    public boolean hasDown() {
        return Files.isRegularFile(downPath());
    }

    /**
     * The text of the script that undoes it.
     *
     * @throws MigrateException if there is none
     */
    public String downScript() {
        try {
            String text = Files.readString(downPath());
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (NoSuchFileException e) {
            throw MigrateErrors.downMissing(List.of(name()));
        } catch (IOException e) {
            throw MigrateErrors.fileError("The file " + downPath() + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Writes the script that undoes it; a crash leaves no half of it. */
    public void writeDown(String script) {
        try {
            MigrationDraft.replace(downPath(), script);
        } catch (IOException e) {
            throw MigrateErrors.fileError("The file " + downPath() + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** Whether it took the place of other migrations. */
    public boolean isSquash() {
        return Files.isRegularFile(folder.resolve(SQUASHED));
    }

    /** The migrations that it took the place of; none if it is no squash. */
    public List<SquashedMigration> squashed() {
        if (!isSquash()) {
            return List.of();
        }
        Path list = folder.resolve(SQUASHED);
        try {
            return SquashedMigration.parse(Files.readAllLines(list));
        } catch (IOException e) {
            throw MigrateErrors.fileError("The file " + list + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * The checksum of the script.
     *
     * @throws MigrateException P3015 if there is none
     */
    public String checksum() {
        return Checksum.of(bytes());
    }
}
