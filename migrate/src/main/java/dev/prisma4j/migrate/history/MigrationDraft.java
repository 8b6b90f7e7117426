package dev.prisma4j.migrate.history;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Writes files so that a process that dies leaves all of one or nothing. New migrations are written beside the folder of
 * migrations, where nobody takes a half of one for a migration, and moved into it whole.
 */
final class MigrationDraft {
    private static final String PREFIX = ".prisma4j-draft-";
    private static final String PART = ".tmp";

    private MigrationDraft() {}

    /** Makes the folder of a migration with those files, by their names. */
    static void write(Path target, Map<String, String> files) throws IOException {
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        Path draft = beside(beside(target.toAbsolutePath())).resolve(PREFIX + UUID.randomUUID());
        try {
            fill(draft, files);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException | AccessDeniedException e) {
            // The folder of migrations is mounted from elsewhere, or the one that holds it is not ours.
            delete(draft);
            fill(target, files);
        }
    }

    private static void fill(Path folder, Map<String, String> files) throws IOException {
        Files.createDirectory(folder);
        for (Map.Entry<String, String> file : files.entrySet()) {
            replace(folder.resolve(file.getKey()), file.getValue());
        }
    }

    /** Writes a file, in place of the one that may be there. */
    static void replace(Path file, String text) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + PART);
        Files.writeString(part, text);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Whether a file is what a process left that died while it wrote one of those files. */
    static boolean isPartOf(String name, Iterable<String> files) {
        for (String file : files) {
            if (name.equals(file + PART)) {
                return true;
            }
        }
        return false;
    }

    /** Deletes the drafts of processes that died. */
    static void sweep(Path migrations) throws IOException {
        Path parent = beside(migrations.toAbsolutePath());
        if (!Files.isDirectory(parent)) {
            return;
        }
        List<Path> drafts;
        try (Stream<Path> entries = Files.list(parent)) {
            drafts = entries.filter(entry -> entry.getFileName().toString().startsWith(PREFIX))
                    .toList();
        }
        for (Path draft : drafts) {
            delete(draft);
        }
    }

    private static Path beside(Path migrations) {
        Path parent = migrations.getParent();
        return parent == null ? migrations : parent;
    }

    /** Deletes a folder and what is in it, if it is there. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
