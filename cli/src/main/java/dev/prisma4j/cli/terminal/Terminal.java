// Where commands print, and whether a person is there.
package dev.prisma4j.cli.terminal;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Two streams, the styles to use on them, and whether questions can be asked. Results go to {@link #out()}; errors,
 * warnings and progress go to {@link #err()}, so that a result can be piped into another program.
 */
public final class Terminal {
    private final PrintStream out;
    private final PrintStream err;
    private final InputStream in;
    private final Style style;
    private final boolean interactive;
    private @Nullable BufferedReader answers;

    /**
     * A terminal made of these streams.
     *
     * @param colour whether to use colours on both streams
     * @param interactive whether a person can answer a question
     */
    public Terminal(PrintStream out, PrintStream err, InputStream in, boolean colour, boolean interactive) {
        this.out = out;
        this.err = err;
        this.in = in;
        this.style = new Style(colour);
        this.interactive = interactive;
    }

    /** The terminal of this process. */
    public static Terminal ofProcess(Map<String, String> environment) {
        boolean terminal = System.console() != null && isTerminal();
        boolean colour = wantsColour(environment, terminal);
        // Buffered, because a schema's DMMF is megabytes; always UTF-8, because schemas are.
        return new Terminal(
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                System.in,
                colour,
                terminal && !isCi(environment));
    }

    /** {@code NO_COLOR} and {@code FORCE_COLOR} as their conventions say; otherwise colours are for terminals. */
    static boolean wantsColour(Map<String, String> environment, boolean terminal) {
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
            return false;
        }
        String forced = environment.getOrDefault("FORCE_COLOR", "");
        if (!forced.isEmpty()) {
            return !forced.equals("0");
        }
        return terminal && !"dumb".equals(environment.get("TERM"));
    }

    private static boolean isCi(Map<String, String> environment) {
        String ci = environment.getOrDefault("CI", "");
        return !ci.isEmpty() && !ci.equals("false") && !ci.equals("0");
    }

    // From Java 22 on, System.console() exists without a terminal too, and says so by a method that 17 does not have.
    private static boolean isTerminal() {
        try {
            return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(System.console());
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** For what was asked for. */
    public PrintStream out() {
        return out;
    }

    /** For errors, warnings and progress. */
    public PrintStream err() {
        return err;
    }

    public Style style() {
        return style;
    }

    /** Whether a person can answer a question. */
    public boolean interactive() {
        return interactive;
    }

    /** What is piped into this process. */
    public InputStream in() {
        return in;
    }

    /** Asks a question and reads one line; null when the input has ended. Only for an interactive terminal. */
    public @Nullable String ask(String question) {
        err.print(style.strong("?") + " " + question + " ");
        err.flush();
        try {
            BufferedReader reader = answers;
            if (reader == null) {
                reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
                answers = reader; // it may have read more than this line
            }
            return reader.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException("the answer cannot be read", e);
        }
    }

    /** A line for {@link #out()}. */
    public void say(String line) {
        out.println(line);
    }

    /** A warning, for {@link #err()}. */
    public void warn(String message) {
        err.println(style.warning("warning") + ": " + message);
    }
}
