// Reads text files that people write, and says clearly when they are not text.
package dev.prisma4j.cli.source;

import dev.prisma4j.cli.failure.CommandFailure;
import dev.prisma4j.schema.source.SourceFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** UTF-8 files, named in messages by their path from the working folder. */
public final class SourceReader {
    private SourceReader() {}

    /**
     * Reads a file.
     *
     * @throws CommandFailure when it cannot be read or is not UTF-8
     */
    public static SourceFile read(Path file, Path workingFolder) {
        String name = displayName(file, workingFolder);
        try {
            return SourceFile.of(name, decode(name, Files.readAllBytes(file)));
        } catch (IOException e) {
            throw CommandFailure.of("cannot read " + name + ": " + reason(e)).causedBy(e);
        }
    }

    /** The path as messages show it: from the working folder where it is inside, absolute elsewhere. */
    public static String displayName(Path file, Path workingFolder) {
        Path absolute = workingFolder.resolve(file).normalize();
        Path base = workingFolder.normalize();
        String name = absolute.startsWith(base) ? base.relativize(absolute).toString() : absolute.toString();
        return name.isEmpty() ? "." : name.replace('\\', '/');
    }

    /** Why a file operation failed, in words; the JDK's message is often only the path. */
    public static String reason(IOException e) {
        return switch (e.getClass().getSimpleName()) {
            case "NoSuchFileException" -> "it does not exist";
            case "AccessDeniedException" -> "access is denied";
            case "DirectoryNotEmptyException" -> "the folder is not empty";
            case "FileAlreadyExistsException" -> "something with that name is already there";
            default -> String.valueOf(e.getMessage());
        };
    }

    private static String decode(String name, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CoderResult result = decoder.decode(input, text, true);
        if (result.isError()) {
            int line = 1;
            for (int i = 0; i < input.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw CommandFailure.of(
                    name + ":" + line + ": the file is not UTF-8 (byte " + input.position() + " cannot be part of it)",
                    "save the file with the encoding UTF-8");
        }
        return text.flip().toString();
    }
}
