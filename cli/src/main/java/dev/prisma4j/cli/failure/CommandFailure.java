// The one way in which a command says that it did not work.
package dev.prisma4j.cli.failure;

import org.jspecify.annotations.Nullable;

/** A command cannot do what was asked: what happened, to what, and what to do next. Printed without a stack trace. */
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String code;
    private final @Nullable String advice;
    private final int exitStatus;

    private CommandFailure(
            @Nullable String code, String message, @Nullable String advice, int exitStatus, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.advice = advice;
        this.exitStatus = exitStatus;
    }

    /** A failure with what happened. */
    public static CommandFailure of(String message) {
        return new CommandFailure(null, message, null, ExitStatus.FAILED, null);
    }

    /** A failure with what happened and what to do next. */
    public static CommandFailure of(String message, String advice) {
        return new CommandFailure(null, message, advice, ExitStatus.FAILED, null);
    }

    /** A failure that has one of Prisma's codes. */
    public static CommandFailure coded(String code, String message, @Nullable String advice) {
        return new CommandFailure(code, message, advice, ExitStatus.FAILED, null);
    }

    /** Something this version cannot do yet. */
    public static CommandFailure notSupported(String what, String instead) {
        return new CommandFailure(null, what + " is not supported yet", instead, ExitStatus.FAILED, null);
    }

    /** The command was given up, by the user or because it needs an answer that nobody is there to give. */
    public static CommandFailure cancelled(String message, @Nullable String advice) {
        return new CommandFailure(null, message, advice, ExitStatus.CANCELLED, null);
    }

    /** The same failure, remembering what caused it. */
    public CommandFailure causedBy(Throwable cause) {
        return new CommandFailure(code, text(), advice, exitStatus, cause);
    }

    /** Prisma's code, such as {@code P1012}, or null where Prisma has none. */
    public @Nullable String code() {
        return code;
    }

    /** What happened. */
    public String text() {
        return String.valueOf(getMessage());
    }

    /** What to do next, or null. */
    public @Nullable String advice() {
        return advice;
    }

    public int exitStatus() {
        return exitStatus;
    }
}
