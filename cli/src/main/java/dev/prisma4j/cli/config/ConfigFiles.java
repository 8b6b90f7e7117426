// Finds and reads the project's configuration file.
package dev.prisma4j.cli.config;

import dev.prisma4j.cli.failure.CommandFailure;
import dev.prisma4j.cli.failure.InvalidSource;
import dev.prisma4j.cli.source.SourceReader;
import dev.prisma4j.schema.source.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a configuration may be: {@code prisma.config.toml} first, then what Prisma's own tools read. */
public final class ConfigFiles {
    private static final List<String> SCRIPTS = List.of("ts", "js", "mts", "mjs", "cts", "cjs");

    private ConfigFiles() {}

    /**
     * Reads the configuration of the project in a folder.
     *
     * @param chosen the file the user named, or null to look for one
     * @throws CommandFailure when the file the user named cannot be read
     * @throws InvalidSource when the file has mistakes in it
     */
    public static ProjectConfig read(Path folder, @Nullable Path chosen) {
        if (chosen != null) {
            if (!Files.isRegularFile(chosen)) {
                throw CommandFailure.of("there is no configuration file " + chosen);
            }
            return readFile(folder, chosen);
        }
        for (String name : names()) {
            Path file = folder.resolve(name);
            if (Files.isRegularFile(file)) {
                return readFile(folder, file);
            }
        }
        return ProjectConfig.none(folder);
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(List.of("prisma.config.toml", ".config/prisma.toml"));
        for (String base : List.of("prisma.config.", "prisma7.config.", ".config/prisma.")) {
            SCRIPTS.forEach(ending -> names.add(base + ending));
        }
        return names;
    }

    private static ProjectConfig readFile(Path workingFolder, Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path parent = absolute.getParent() == null ? absolute : absolute.getParent();
        // A file in .config speaks about the folder that holds .config.
        Path folder = parent.endsWith(".config") && parent.getParent() != null ? parent.getParent() : parent;
        SourceFile source = SourceReader.read(file, workingFolder);
        return file.toString().endsWith(".toml")
                ? TomlConfigReader.read(absolute, folder, source)
                : ScriptConfigReader.read(absolute, folder, source);
    }
}
