package dev.prisma4j.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.cli.terminal.Terminal;
import dev.prisma4j.migrate.script.SqlStatement;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MigrationProgressTest {
    private static final SqlStatement SLOW = new SqlStatement("ALTER TABLE a ADD b INT", 1, "ALTER TABLE A ADD B INT");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private MigrationProgress progress(boolean interactive, Duration patience) {
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                InputStream.nullInputStream(),
                false,
                interactive);
        return new MigrationProgress(terminal, patience);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private void awaitLine() throws InterruptedException {
        for (int i = 0; i < 500 && !err().contains("still running"); i++) {
            Thread.sleep(10);
        }
    }

    @Test
    void aLongStatementIsNamedWithItsTime() throws Exception {
        try (MigrationProgress progress = progress(false, Duration.ofMillis(20))) {
            progress.applying("m");
            progress.statement(SLOW, 2, 3);
            awaitLine();
            progress.applied("m");
        }
        assertThat(err()).isEqualTo("  still running after 0 s: ALTER TABLE A ADD B INT (statement 2 of 3)\n");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("Applied m\n");
    }

    @Test
    void onATerminalTheLineIsWrittenOverAndGoes() throws Exception {
        try (MigrationProgress progress = progress(true, Duration.ofMillis(20))) {
            progress.statement(SLOW, 1, 1);
            awaitLine();
            progress.note("something else");
        }
        assertThat(err()).startsWith("\r\u001b[K  still running after").endsWith("\r\u001b[Kwarning: something else\n");
    }

    @Test
    void whatIsQuickIsNotMentioned() {
        try (MigrationProgress progress = progress(false, Duration.ofSeconds(60))) {
            progress.statement(SLOW, 1, 1);
            progress.applied("m");
        }
        assertThat(err()).isEmpty();
    }
}
