// Keeps unpacked servers and their initialised data between test runs, one folder per user.
package dev.prisma4j.testkit.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder with {@code home} (binaries) and {@code data} (what a newly initialised server needs) per recipe. It is made
 * once, under a file lock, and is complete when it has its final name; every start copies {@code data}.
 */
final class ServerCache {
    private final Path root;

    ServerCache(Path root) {
        this.root = root;
    }

    /** The folder named by {@code PRISMA4J_TEST_CACHE}, or one of the user's. */
    static ServerCache ofUser() throws IOException {
        String chosen = System.getenv("PRISMA4J_TEST_CACHE");
        String user = System.getProperty("user.name");
        Path root;
        if (chosen != null && !chosen.isBlank()) {
            root = Path.of(chosen).toAbsolutePath();
        } else if (user.equals("root")) {
            // An unprivileged server must be able to reach it, which it cannot below /root.
            root = Path.of("/var/tmp/prisma4j-test-root");
        } else {
            root = Path.of(System.getProperty("user.home"), ".cache", "prisma4j", "test");
        }
        if (!Files.isDirectory(root)) {
            Files.createDirectories(root);
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx--x--x"));
        }
        if (!Files.getOwner(root).getName().equals(user)) {
            throw new IOException(root + " belongs to " + Files.getOwner(root) + ", not to " + user);
        }
        return new ServerCache(root);
    }

    /** The ready folder of a recipe, made now if this is the first time. */
    Path installation(ServerRecipe recipe) throws IOException {
        Path ready = root.resolve(recipe.id());
        if (Files.isDirectory(ready)) {
            return ready;
        }
        Path lockFile = root.resolve(recipe.id() + ".lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !Files.isDirectory(ready)) {
                Path draft = root.resolve(recipe.id() + ".draft");
                delete(draft);
                Path home = Files.createDirectories(draft.resolve("home"));
                Path data = Files.createDirectories(draft.resolve("data"));
                recipe.unpack(home);
                recipe.initialise(home, data);
                Files.move(draft, ready, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return ready;
    }

    /** A new folder for the data of one running server. */
    Path runFolder(ServerRecipe recipe) throws IOException {
        Path runs = Files.createDirectories(root.resolve("runs"));
        removeLeftOvers(runs);
        Path run = Files.createTempDirectory(runs, recipe.id() + "-");
        Files.setPosixFilePermissions(run, PosixFilePermissions.fromString("rwx--x--x"));
        Files.writeString(
                run.resolve("owner"), Long.toString(ProcessHandle.current().pid()));
        return run;
    }

    /** Stops servers whose JVM was killed before it could, and deletes their folders. */
    private static void removeLeftOvers(Path runs) throws IOException {
        List<Path> found;
        try (Stream<Path> list = Files.list(runs)) {
            found = list.toList();
        }
        for (Path run : found) {
            Path owner = run.resolve("owner");
            if (Files.exists(owner) && !alive(Files.readString(owner))) {
                Path server = run.resolve("server");
                if (Files.exists(server)) {
                    processOf(Files.readString(server))
                            .filter(process -> mentions(process, run))
                            .ifPresent(ProcessHandle::destroyForcibly);
                }
                delete(run);
            }
        }
    }

    private static boolean alive(String pid) {
        return processOf(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    private static java.util.Optional<ProcessHandle> processOf(String pid) {
        return pid.matches("\\d+") ? ProcessHandle.of(Long.parseLong(pid)) : java.util.Optional.empty();
    }

    // A process id may have been given to another program since.
    private static boolean mentions(ProcessHandle process, Path run) {
        return process.info().arguments().stream()
                .flatMap(Stream::of)
                .anyMatch(argument -> argument.contains(run.toString()));
    }

    static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Path target = to.resolve(from.relativize(folder).toString());
                Files.createDirectories(target);
                Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(folder));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            // A server that is just ending deletes its own files at the same time.
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @org.jspecify.annotations.Nullable IOException e)
                    throws IOException {
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
