// SQLite needs no server: a fresh database is a file that does not exist yet.
package dev.prisma4j.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Hands out database files, each in a temporary folder of its own so that its journal files go with it. */
final class SqliteFolder implements TestServer {

    @Override
    public DatabaseKind kind() {
        return DatabaseKind.SQLITE;
    }

    @Override
    public TestDatabase fresh() {
        try {
            Path folder = Files.createTempDirectory("prisma4j-sqlite-");
            Path file = folder.resolve("test.db");
            return new TestDatabase(DatabaseKind.SQLITE, "file:" + file, "jdbc:sqlite:" + file, () -> delete(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder for an SQLite database", e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> found = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path path : found) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the SQLite database in " + folder + " cannot be deleted", e);
        }
    }
}
