// Writes files of the user's so that there is never half of one.
package dev.prisma4j.cli.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;

/** The new text is written beside the file and then put in its place; rights stay, and links lead to the same file as before. */
public final class SourceWriter {
    private SourceWriter() {}

    /** Makes the text the file's, and makes the folders that lead to it. */
    public static void write(Path file, String text) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path folder = target.getParent() == null ? target : target.getParent();
        Files.createDirectories(folder);
        Path draft = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            Files.writeString(draft, text);
        } catch (AccessDeniedException e) {
            // A folder in which nothing new may be made can hold a file that may be changed.
            Files.writeString(target, text);
            return;
        }
        try {
            keepRights(target, draft);
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void keepRights(Path from, Path to) throws IOException {
        PosixFileAttributeView rights = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (rights != null && Files.exists(from)) {
            rights.setPermissions(Files.getPosixFilePermissions(from));
        }
    }
}
