package dev.prisma4j.migrate.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ChecksumTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void itIsTheSha256OfTheBytes() {
        assertThat(Checksum.of(bytes("")))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void lineEndsDoNotMatter() {
        String stored = Checksum.of(bytes("SELECT 1;\r\nSELECT 2;\r\n"));
        assertThat(Checksum.matches(stored, bytes("SELECT 1;\nSELECT 2;\n"))).isTrue();
        assertThat(Checksum.matches(stored, bytes("SELECT 1;\nSELECT 3;\n"))).isFalse();
    }
}
