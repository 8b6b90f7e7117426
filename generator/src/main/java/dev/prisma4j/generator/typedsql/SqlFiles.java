package dev.prisma4j.generator.typedsql;

import dev.prisma4j.generator.error.GenerateException;
import dev.prisma4j.schema.model.Provider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The folder of typed queries: one statement a file, whose name is the method's. */
public final class SqlFiles {
    private final Path folder;
    private final Provider provider;

    /**
     * A folder.
     *
     * @param provider the database that the statements are written for
     */
    public SqlFiles(Path folder, Provider provider) {
        this.folder = folder;
        this.provider = provider;
    }

    /**
     * Reads every file and asks the database what it knows of the statement; nothing is executed.
     *
     * @return the queries in the order of their names
     * @throws GenerateException if a file cannot be a method, or the database does not take a statement
     */
    public List<SqlQuery> describe(Connection connection) {
        List<SqlQuery> queries = new ArrayList<>();
        for (Path file : files()) {
            String name = file.getFileName().toString().replaceAll("\\.sql$", "");
            if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
                throw new GenerateException(
                        file + ": the name of the file must be one that a method can have: letters, digits and _.");
            }
            queries.add(new SqlDescriber(connection, provider).describe(file.toString(), name, text(file)));
        }
        return queries;
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be read", e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be read", e);
        }
    }
}
