package dev.prisma4j.generator.external;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The name that Prisma has for a kind of machine, such as {@code debian-openssl-3.0.x}. */
final class Platform {
    private static final List<String> LIBRARY_FOLDERS = List.of(
            "/usr/lib/x86_64-linux-gnu",
            "/usr/lib/aarch64-linux-gnu",
            "/lib/x86_64-linux-gnu",
            "/lib/aarch64-linux-gnu",
            "/usr/lib64",
            "/usr/lib",
            "/lib");

    private Platform() {}

    /** The machine that we run on. */
    static String current() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        boolean arm = List.of("aarch64", "arm64").contains(System.getProperty("os.arch", ""));
        if (system.startsWith("windows")) {
            return "windows";
        }
        if (system.startsWith("mac") || system.startsWith("darwin")) {
            return arm ? "darwin-arm64" : "darwin";
        }
        String ssl = "-openssl-" + (hasOpenSsl1() ? "1.1.x" : "3.0.x");
        if (Files.exists(Path.of("/etc/alpine-release"))) {
            return (arm ? "linux-musl-arm64" : "linux-musl") + ssl;
        }
        if (arm) {
            return "linux-arm64" + ssl;
        }
        boolean redHat = Files.exists(Path.of("/etc/redhat-release"));
        return (redHat ? "rhel" : "debian") + ssl;
    }

    private static boolean hasOpenSsl1() {
        return LIBRARY_FOLDERS.stream().noneMatch(folder -> Files.exists(Path.of(folder, "libssl.so.3")))
                && LIBRARY_FOLDERS.stream().anyMatch(folder -> Files.exists(Path.of(folder, "libssl.so.1.1")));
    }
}
