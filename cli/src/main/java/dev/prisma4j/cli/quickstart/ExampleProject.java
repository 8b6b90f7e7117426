// The example project examples/quickstart, as the build packed it into the program.
package dev.prisma4j.cli.quickstart;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Files of the example, to be copied into a new project. */
final class ExampleProject {
    private static final String RESOURCE = "/dev/prisma4j/cli/quickstart/project";

    private ExampleProject() {}

    /** What is done with the folder of the example's files. */
    private interface Step<T> {
        T with(Path source) throws IOException;
    }

    /** Copies the example's files into a folder, over what is there, and returns their paths below it, sorted. */
    static List<Path> copyTo(Path target) throws IOException {
        return inExample(source -> copy(source, target));
    }

    /** Whether the folder's copies of the example's files are as they were made. */
    static boolean isUnchangedIn(Path target) throws IOException {
        return inExample(source -> {
            for (Path file : files(source)) {
                Path copy = target.resolve(source.relativize(file).toString());
                if (!Files.isRegularFile(copy) || !Arrays.equals(Files.readAllBytes(file), Files.readAllBytes(copy))) {
                    return false;
                }
            }
            return true;
        });
    }

    private static <T> T inExample(Step<T> step) throws IOException {
        URL url = ExampleProject.class.getResource(RESOURCE);
        if (url == null) {
            throw new IOException("the example project is missing from the program");
        }
        URI uri;
        try {
            uri = url.toURI();
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
        if (!uri.getScheme().equals("jar")) {
            return step.with(Path.of(uri));
        }
        try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
            return step.with(jar.getPath(RESOURCE));
        }
    }

    private static List<Path> files(Path source) throws IOException {
        try (Stream<Path> walk = Files.walk(source)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static List<Path> copy(Path source, Path target) throws IOException {
        List<Path> copied = new ArrayList<>();
        for (Path file : files(source)) {
            Path name = Path.of(source.relativize(file).toString());
            Path copy = target.resolve(name);
            Files.createDirectories(copy.getParent());
            // Without the archive's time stamps and permissions.
            Files.write(copy, Files.readAllBytes(file));
            copied.add(name);
        }
        return copied;
    }
}
