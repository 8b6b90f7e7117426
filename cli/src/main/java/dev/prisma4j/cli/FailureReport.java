// Says what went wrong: code, message, place, advice. A stack trace only on request.
package dev.prisma4j.cli;

import dev.prisma4j.cli.failure.CommandFailure;
import dev.prisma4j.cli.failure.ExitStatus;
import dev.prisma4j.cli.failure.InvalidSource;
import dev.prisma4j.cli.process.CommandContext;
import dev.prisma4j.cli.terminal.Style;
import dev.prisma4j.cli.terminal.Terminal;
import dev.prisma4j.engine.error.PrismaException;
import dev.prisma4j.generator.error.GenerateException;
import dev.prisma4j.migrate.error.MigrateException;
import dev.prisma4j.schema.diagnostic.DiagnosticRenderer;
import org.jspecify.annotations.Nullable;

/** Prints failures and chooses the exit status. */
final class FailureReport {
    private static final String DEBUG_VARIABLE = "PRISMA4J_DEBUG";

    private final Terminal terminal;
    private final boolean debug;

    FailureReport(CommandContext context) {
        this.terminal = context.terminal();
        this.debug = !context.environment().getOrDefault(DEBUG_VARIABLE, "").isBlank();
    }

    /** Prints an exception that ended a command, and returns the exit status for it. */
    int report(Throwable exception) {
        terminal.out().flush();
        int status = ExitStatus.FAILED;
        if (exception instanceof CommandFailure failure) {
            print(failure.code(), failure.text(), failure.advice());
            status = failure.exitStatus();
        } else if (exception instanceof InvalidSource invalid) {
            DiagnosticRenderer renderer =
                    terminal.style().colour() ? DiagnosticRenderer.coloured() : DiagnosticRenderer.plain();
            terminal.err().println(renderer.render(invalid.findings()));
            print(null, String.valueOf(invalid.getMessage()), null);
        } else if (exception instanceof MigrateException failure) {
            print(failure.code(), String.valueOf(failure.getMessage()), null);
        } else if (exception instanceof GenerateException failure) {
            print(null, String.valueOf(failure.getMessage()), null);
        } else if (exception instanceof PrismaException failure) {
            print(failure.code(), String.valueOf(failure.getMessage()), null);
        } else {
            unexpected(exception);
        }
        if (debug) {
            exception.printStackTrace(terminal.err());
        }
        terminal.err().flush();
        return status;
    }

    private void unexpected(Throwable exception) {
        String what = exception instanceof OutOfMemoryError
                ? "there is not enough memory"
                : exception.getClass().getSimpleName() + ": " + exception.getMessage();
        print(
                null,
                "this should not have happened (" + what + ")",
                "please report it, with what " + DEBUG_VARIABLE + "=1 prints in addition");
    }

    private void print(@Nullable String code, String message, @Nullable String advice) {
        Style style = terminal.style();
        terminal.err().println(style.error(code == null ? "error" : "error[" + code + "]") + ": " + message);
        if (advice != null) {
            terminal.err().println("  " + style.name("help") + ": " + advice);
        }
    }
}
