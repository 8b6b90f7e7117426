package dev.prisma4j.migrate.history;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The checksum by which the history knows a script: SHA-256 in lower-case hexadecimal. */
public final class Checksum {
    private Checksum() {}

    /** The checksum of the bytes of a script. */
    public static String of(byte[] script) {
        return HexFormat.of().formatHex(digest(script));
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * Whether a stored checksum is that of the script, with its line ends as they are, as LF, or as CRLF: version control
     * may have changed them, but all of them. Old versions dropped leading zeros of each byte.
     */
    public static boolean matches(String stored, byte[] script) {
        String text = new String(script, StandardCharsets.ISO_8859_1);
        return matchesExactly(stored, script)
                || matchesExactly(stored, text.replace("\r\n", "\n").getBytes(StandardCharsets.ISO_8859_1))
                || matchesExactly(stored, text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The checksums that a script can have been applied with: its own, and those with other line ends. */
    static List<String> variants(byte[] script) {
        String unix = new String(script, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
        return Stream.of(
                        script,
                        unix.getBytes(StandardCharsets.ISO_8859_1),
                        unix.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1))
                .map(Checksum::of)
                .distinct()
                .toList();
    }

    /** Whether a stored checksum is that one. Old versions dropped leading zeros of each byte. */
    static boolean isSame(String stored, String checksum) {
        return stored.equals(checksum) || stored.equals(checksum.replaceAll("0(\\p{XDigit})|(..)", "$1$2"));
    }

    private static boolean matchesExactly(String stored, byte[] script) {
        byte[] digest = digest(script);
        if (stored.isEmpty() || stored.length() == 64) {
            return stored.equals(HexFormat.of().formatHex(digest));
        }
        StringBuilder unpadded = new StringBuilder();
        for (byte b : digest) {
            unpadded.append(Integer.toHexString(b & 0xff));
        }
        return stored.contentEquals(unpadded);
    }
}
