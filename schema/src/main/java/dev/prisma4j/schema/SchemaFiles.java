package dev.prisma4j.schema;

import dev.prisma4j.schema.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Reads schema files from disk. */
public final class SchemaFiles {
    private SchemaFiles() {}

    /**
     * {@return the file, or all files that end in {@code .prisma} below the folder at any depth} Files of a folder are
     * sorted by their path with slashes, by code unit, which fixes the order of models everywhere. Bytes that are not
     * UTF-8 become the replacement character, which the parser reports.
     *
     * @throws IOException if something cannot be read, or there is no schema file
     */
    public static List<SourceFile> read(Path fileOrFolder) throws IOException {
        if (!Files.isDirectory(fileOrFolder)) {
            return List.of(file(fileOrFolder));
        }
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(fileOrFolder)) {
            paths = new ArrayList<>(walk.filter(path -> path.toString().endsWith(".prisma"))
                    .filter(Files::isRegularFile)
                    .toList());
        }
        if (paths.isEmpty()) {
            throw new NoSuchFileException(fileOrFolder.toString(), null, "there is no .prisma file in this folder");
        }
        paths.sort(Comparator.comparing(
                path -> fileOrFolder.relativize(path).toString().replace('\\', '/')));
        List<SourceFile> files = new ArrayList<>(paths.size());
        for (Path path : paths) {
            files.add(file(path));
        }
        return files;
    }

    private static SourceFile file(Path path) throws IOException {
        return SourceFile.of(path.toString(), new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
    }
}
