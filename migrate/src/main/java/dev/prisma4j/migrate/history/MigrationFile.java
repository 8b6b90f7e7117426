package dev.prisma4j.migrate.history;

import dev.prisma4j.migrate.error.MigrateErrors;
import dev.prisma4j.migrate.error.MigrateException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A migration on disk.
 *
 * @param folder its folder, whose name is its name
 */
public record MigrationFile(Path folder) {
    /** The script's file name. */
    public static final String SCRIPT = "migration.sql";

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

    /**
     * The checksum of the script.
     *
     * @throws MigrateException P3015 if there is none
     */
    public String checksum() {
        return Checksum.of(bytes());
    }
}
