package dev.prisma4j.schema;

import dev.prisma4j.schema.diagnostic.Diagnostic;
import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.source.SourceFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;

/** Reads schemas from the file system: one file, or all files of a folder that end in {@code .prisma}. */
public final class SchemaFiles {

    private SchemaFiles() {}

    /**
     * {@return the files of a schema, sorted by path with slashes, by code unit: the order in which models are numbered}
     *
     * @param fileOrFolder a file, or a folder that is searched at any depth
     * @throws NoSuchFileException if there is no such file or folder, or the folder has no schema file
     * @throws IOException if a file cannot be read or is not UTF-8
     */
    public static List<SourceFile> read(Path fileOrFolder) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        List<SourceFile> files = load(fileOrFolder, diagnostics);
        for (Diagnostic error : diagnostics.errors()) {
            throw new IOException(error.file().name() + ":" + error.span().line() + ": " + error.message());
        }
        return files;
    }

    /**
     * {@return the files of a schema, sorted as {@link #read} does}
     *
     * @param path a file, or a folder that is searched at any depth
     * @param diagnostics receives an error for a file that is not UTF-8, at the first place where it is not
     * @throws NoSuchFileException if there is no such file or folder, or the folder has no schema file
     * @throws IOException if a file cannot be read
     */
    public static List<SourceFile> load(Path path, Diagnostics diagnostics) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(read(path, path.toString(), diagnostics));
        }
        List<SourceFile> files = new ArrayList<>();
        for (Path found : find(path)) {
            files.add(read(found, found.toString(), diagnostics));
        }
        if (files.isEmpty()) {
            throw new NoSuchFileException(path.toString(), null, "no file in this folder ends in .prisma");
        }
        return files;
    }

    private static List<Path> find(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        SimpleFileVisitor<Path> visitor = new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".prisma")) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof FileSystemLoopException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        };
        Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, visitor);
        found.sort(Comparator.comparing(file -> file.toString().replace('\\', '/')));
        return found;
    }

    private static SourceFile read(Path path, String name, Diagnostics diagnostics) throws IOException {
        return decode(name, Files.readAllBytes(path), diagnostics);
    }

    /**
     * {@return a file with the text that the bytes stand for in UTF-8, and U+FFFD for those that stand for nothing}
     *
     * @param name the file's name
     * @param bytes the file's content
     * @param diagnostics receives an error at the first place that is not UTF-8
     */
    public static SourceFile decode(String name, byte[] bytes, Diagnostics diagnostics) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        if (!result.isError()) {
            return SourceFile.of(name, out.flip().toString());
        }
        SourceFile file = SourceFile.of(name, new String(bytes, StandardCharsets.UTF_8));
        int place = out.position();
        diagnostics.error(
                file.span(place, Math.min(place + 1, file.text().length())),
                String.format("The file is not UTF-8: it has the byte 0x%02X here.", bytes[in.position()]),
                "Save the file as UTF-8.");
        return file;
    }
}
