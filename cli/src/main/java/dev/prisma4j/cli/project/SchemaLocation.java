// Finds the schema: a file or a folder of files.
package dev.prisma4j.cli.project;

import dev.prisma4j.cli.failure.CommandFailure;
import dev.prisma4j.cli.source.SourceReader;
import dev.prisma4j.schema.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a project's schema is.
 *
 * @param path an existing file, or a folder with {@code .prisma} files at any depth
 * @param workingFolder what names in messages are relative to
 */
public record SchemaLocation(Path path, Path workingFolder) {
    private static final List<String> DEFAULTS = List.of("schema.prisma", "prisma/schema.prisma", "prisma/schema");

    /**
     * A location that was named by the user or the configuration.
     *
     * @param origin who named it
     * @throws CommandFailure when nothing is there
     */
    static SchemaLocation named(Path path, Path workingFolder, String origin) {
        if (!Files.exists(path)) {
            throw CommandFailure.of(
                    "the schema " + SourceReader.displayName(path, workingFolder) + " (" + origin + ") does not exist");
        }
        return new SchemaLocation(path, workingFolder);
    }

    /**
     * One of the usual places below a folder.
     *
     * @throws CommandFailure when none of them exists
     */
    static SchemaLocation search(Path folder, Path workingFolder) {
        for (String name : DEFAULTS) {
            Path path = folder.resolve(name);
            boolean usable = name.endsWith(".prisma") ? Files.isRegularFile(path) : Files.isDirectory(path);
            if (usable) {
                return new SchemaLocation(path, workingFolder);
            }
        }
        throw CommandFailure.of(
                "no schema was found; looked for " + String.join(", ", DEFAULTS),
                "name one with --schema FILE|DIR or in prisma.config.toml, or make one with \"prisma4j init\"");
    }

    /** The folder that relative paths in the schema start from. */
    public Path folder() {
        Path parent = path.getParent();
        return Files.isDirectory(path) || parent == null ? path : parent;
    }

    /** The name in messages. */
    public String displayName() {
        return SourceReader.displayName(path, workingFolder);
    }

    /**
     * Reads the files, in the order of their paths.
     *
     * @throws CommandFailure when one cannot be read, is not UTF-8, or a folder holds none
     */
    public List<SourceFile> read() {
        List<SourceFile> sources = new ArrayList<>();
        for (Path file : files()) {
            sources.add(SourceReader.read(file, workingFolder));
        }
        return sources;
    }

    /** The schema's files, in the order in which {@link #read()} returns their texts. */
    public List<Path> files() {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(path)) {
            files = walk.filter(file -> file.toString().endsWith(".prisma"))
                    .filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(
                            file -> path.relativize(file).toString().replace('\\', '/')))
                    .toList();
        } catch (IOException e) {
            throw CommandFailure.of("cannot list " + displayName() + ": " + SourceReader.reason(e))
                    .causedBy(e);
        }
        if (files.isEmpty()) {
            throw CommandFailure.of("the folder " + displayName() + " holds no .prisma files");
        }
        return files;
    }
}
