package dev.prisma4j.schema.diagnostic;

import dev.prisma4j.schema.source.SourceFile;
import dev.prisma4j.schema.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * One finding about a schema.
 *
 * @param severity whether the schema is still valid
 * @param code the code of the finding; {@value #INVALID_SCHEMA} unless the reference has another
 * @param message what is wrong and why, one or more sentences without a line break at the end
 * @param span the place
 * @param help the likely fix, or null where none is known
 */
public record Diagnostic(
        Severity severity,
        String code,
        String message,
        Span span,
        @Nullable String help) {

    /** The code for everything that is wrong with a schema's text. */
    public static final String INVALID_SCHEMA = "P1012";

    /** {@return an error with the common code and without a suggestion} */
    public static Diagnostic error(Span span, String message) {
        return new Diagnostic(Severity.ERROR, INVALID_SCHEMA, message, span, null);
    }

    /** {@return an error with the common code and a suggestion} */
    public static Diagnostic error(Span span, String message, @Nullable String help) {
        return new Diagnostic(Severity.ERROR, INVALID_SCHEMA, message, span, help);
    }

    /** {@return a warning with the common code} */
    public static Diagnostic warning(Span span, String message, @Nullable String help) {
        return new Diagnostic(Severity.WARNING, INVALID_SCHEMA, message, span, help);
    }

    /** {@return whether this makes the schema invalid} */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** {@return the file that the finding is in} */
    public SourceFile file() {
        return span.file();
    }
}
