// Shows which migrations are being applied, and what takes so long.
package dev.prisma4j.cli.command;

import dev.prisma4j.cli.terminal.Terminal;
import dev.prisma4j.migrate.command.Progress;
import dev.prisma4j.migrate.script.SqlStatement;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A line per migration, and for a statement that runs longer than two seconds a line on the error stream that says so: on
 * a terminal one that is written over every second, otherwise a new one every half minute.
 */
final class MigrationProgress implements Progress, AutoCloseable {
    private static final int LONGEST_EXCERPT = 60;

    private final Terminal terminal;
    private final Duration patience;
    private final Object monitor = new Object();
    private @Nullable ScheduledExecutorService clock;
    private String running = "";
    private long since;
    private long lastLine;
    private boolean lineShown;

    MigrationProgress(Terminal terminal) {
        this(terminal, Duration.ofSeconds(2));
    }

    /** For tests, which have less patience. */
    MigrationProgress(Terminal terminal, Duration patience) {
        this.terminal = terminal;
        this.patience = patience;
    }

    @Override
    public void applying(String migration) {
        starts(migration);
    }

    @Override
    public void applied(String migration) {
        ends("Applied " + terminal.style().name(migration));
    }

    @Override
    public void undoing(String migration) {
        starts("undoing " + migration);
    }

    @Override
    public void undone(String migration) {
        ends("Undone " + terminal.style().name(migration));
    }

    @Override
    public void adopted(String migration) {
        ends("Noted " + terminal.style().name(migration)
                + " as applied: the database has all that it was squashed from");
    }

    @Override
    public void note(String message) {
        synchronized (monitor) {
            clearLine();
            terminal.warn(message);
        }
    }

    @Override
    public void statement(SqlStatement statement, int number, int of) {
        String words = statement.words();
        String excerpt = words.length() > LONGEST_EXCERPT ? words.substring(0, LONGEST_EXCERPT) + "..." : words;
        starts(excerpt + (of > 1 ? " (statement " + number + " of " + of + ")" : ""));
    }

    private void starts(String what) {
        synchronized (monitor) {
            clearLine();
            running = what;
            since = System.nanoTime();
            lastLine = 0;
            if (clock == null) {
                clock = Executors.newSingleThreadScheduledExecutor(task -> {
                    Thread thread = new Thread(task, "migration-progress");
                    thread.setDaemon(true);
                    return thread;
                });
                long period = Math.min(1000, patience.toMillis());
                clock.scheduleAtFixedRate(this::tick, period, period, TimeUnit.MILLISECONDS);
            }
        }
    }

    private void ends(String line) {
        synchronized (monitor) {
            clearLine();
            running = "";
            terminal.say(line);
        }
    }

    private void tick() {
        synchronized (monitor) {
            Duration elapsed = Duration.ofNanos(System.nanoTime() - since);
            if (running.isEmpty() || elapsed.compareTo(patience) < 0) {
                return;
            }
            String line = terminal.style().quiet("  still running after " + text(elapsed) + ": " + running);
            if (terminal.interactive()) {
                terminal.err().print("\r\u001b[K" + line);
                terminal.err().flush();
                lineShown = true;
            } else if (lastLine == 0 || System.nanoTime() - lastLine > TimeUnit.SECONDS.toNanos(30)) {
                terminal.err().println(line);
                lastLine = System.nanoTime();
            }
        }
    }

    private static String text(Duration elapsed) {
        long seconds = elapsed.toSeconds();
        return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }

    private void clearLine() {
        if (lineShown) {
            terminal.err().print("\r\u001b[K");
            terminal.err().flush();
            lineShown = false;
        }
    }

    /** Stops looking at the clock. */
    @Override
    public void close() {
        synchronized (monitor) {
            clearLine();
            running = "";
            if (clock != null) {
                clock.shutdownNow();
                clock = null;
            }
        }
    }
}
