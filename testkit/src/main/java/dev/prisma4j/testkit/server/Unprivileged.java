// Runs PostgreSQL where the tests themselves run as root, as they do in most containers.
package dev.prisma4j.testkit.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Gives up root's rights for a server that refuses them. */
final class Unprivileged {
    private static final String NOBODY = "65534";
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
    private static final List<String> IN_OWN_NAMESPACE = List.of("unshare", "--user");

    private Unprivileged() {}

    /** The words to put before a command so that it does not run as root; none when nobody is root. */
    static List<String> prefix() {
        if (!isRoot() || Processes.succeeds(with(AS_NOBODY))) {
            return isRoot() ? AS_NOBODY : List.of();
        }
        if (Processes.succeeds(with(IN_OWN_NAMESPACE))) {
            return IN_OWN_NAMESPACE;
        }
        throw new ServerUnavailable(
                "it does not run as root, and neither \"setpriv\" nor \"unshare\" works here to run it"
                        + " as another user; run the tests as an ordinary user, or point the environment variable at a server");
    }

    /** Hands a file or folder to the user that {@link #prefix()} changes to. */
    static void give(Path path) throws IOException {
        if (!prefix().equals(AS_NOBODY)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(path)) {
            for (Path each : (Iterable<Path>) walk::iterator) {
                Files.setAttribute(each, "unix:uid", Integer.parseInt(NOBODY));
                Files.setAttribute(each, "unix:gid", Integer.parseInt(NOBODY));
            }
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static List<String> with(List<String> prefix) {
        return Stream.concat(prefix.stream(), Stream.of("true")).toList();
    }
}
