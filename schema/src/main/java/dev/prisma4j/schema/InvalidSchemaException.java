package dev.prisma4j.schema;

import dev.prisma4j.schema.diagnostic.Diagnostic;
import java.util.List;
import java.util.stream.Collectors;

/** A schema was used that has errors. The message lists them with their places. */
public final class InvalidSchemaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> errors;

    InvalidSchemaException(List<Diagnostic> errors) {
        super(errors.stream().map(InvalidSchemaException::line).collect(Collectors.joining("\n")));
        this.errors = List.copyOf(errors);
    }

    private static String line(Diagnostic error) {
        String place = error.file().name() + ":" + error.span().line() + ": ";
        return place + error.message() + (error.help() == null ? "" : " " + error.help());
    }

    /** {@return the errors, at least one} */
    public List<Diagnostic> errors() {
        return errors;
    }
}
