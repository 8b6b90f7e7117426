package dev.prisma4j.schema;

import dev.prisma4j.schema.diagnostic.Diagnostic;
import dev.prisma4j.schema.model.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What compiling a schema gave.
 *
 * @param schema the datamodel, or null if there is an error
 * @param diagnostics all errors and warnings
 */
public record CompiledSchema(@Nullable Schema schema, List<Diagnostic> diagnostics) {
    /** Copies the list. */
    public CompiledSchema {
        diagnostics = List.copyOf(diagnostics);
    }

    /** {@return whether there are no errors} */
    public boolean isValid() {
        return schema != null;
    }

    /**
     * {@return the datamodel}
     *
     * @throws InvalidSchemaException if there is an error
     */
    public Schema orThrow() {
        if (schema == null) {
            throw new InvalidSchemaException(errors());
        }
        return schema;
    }

    /** {@return the errors} */
    public List<Diagnostic> errors() {
        return diagnostics.stream().filter(Diagnostic::isError).toList();
    }

    /** {@return the warnings} */
    public List<Diagnostic> warnings() {
        return diagnostics.stream().filter(diagnostic -> !diagnostic.isError()).toList();
    }
}
