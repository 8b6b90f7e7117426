// Notices that files of a project have changed.
package dev.prisma4j.cli.generation;

import dev.prisma4j.cli.failure.CommandFailure;
import dev.prisma4j.cli.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Looks at files a few times a second. The JDK's own watching tells nothing of what editors do by moving files about, and
 * nothing at all on some network drives; a project has few files, and asking for their times costs little.
 */
public final class FileWatch {
    private static final long PAUSE = 300;

    private final Supplier<List<Path>> files;

    private FileWatch(Supplier<List<Path>> files) {
        this.files = files;
    }

    /** Watches what a generation reads: the schema, the configuration, the queries. */
    public static FileWatch of(Project project) {
        return new FileWatch(() -> {
            List<Path> files = new ArrayList<>();
            try {
                files.addAll(project.schema().files());
            } catch (CommandFailure e) {
                // A schema that is gone for a moment is a change like any other.
            }
            Path config = project.config().file();
            if (config != null) {
                files.add(config);
            }
            files.addAll(TypedSqlFolder.of(project).files());
            return files;
        });
    }

    /** How the files are now. */
    public Map<Path, String> state() {
        Map<Path, String> state = new HashMap<>();
        for (Path file : files.get()) {
            try {
                state.put(file, Files.getLastModifiedTime(file) + " " + Files.size(file));
            } catch (IOException e) {
                state.put(file, "");
            }
        }
        return state;
    }

    /** Waits until they are no longer as they were. */
    public void awaitChange(Map<Path, String> known) throws InterruptedException {
        while (state().equals(known)) {
            Thread.sleep(PAUSE);
        }
    }
}
