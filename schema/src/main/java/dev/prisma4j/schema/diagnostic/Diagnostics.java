package dev.prisma4j.schema.diagnostic;

import dev.prisma4j.schema.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects findings in the order in which they are made, so that one run reports all of them. The one mutable object
 * of the stages that read a schema; not for use by several threads at once.
 */
public final class Diagnostics {

    private final List<Diagnostic> all = new ArrayList<>();
    private int errors;

    /** Adds a finding. */
    public void add(Diagnostic diagnostic) {
        all.add(diagnostic);
        if (diagnostic.isError()) {
            errors++;
        }
    }

    /** Adds an error with the common code. */
    public void error(Span span, String message) {
        add(Diagnostic.error(span, message));
    }

    /** Adds an error with the common code and a suggestion. */
    public void error(Span span, String message, @Nullable String help) {
        add(Diagnostic.error(span, message, help));
    }

    /** Adds a warning. */
    public void warning(Span span, String message, @Nullable String help) {
        add(Diagnostic.warning(span, message, help));
    }

    /** Adds all findings of another collection, in their order. */
    public void addAll(Diagnostics others) {
        others.all.forEach(this::add);
    }

    /** {@return whether there is at least one error} */
    public boolean hasErrors() {
        return errors > 0;
    }

    /** {@return the number of errors so far} */
    public int errorCount() {
        return errors;
    }

    /** {@return a copy of all findings in the order in which they were added} */
    public List<Diagnostic> all() {
        return List.copyOf(all);
    }

    /** {@return the errors among the findings} */
    public List<Diagnostic> errors() {
        return all.stream().filter(Diagnostic::isError).toList();
    }

    /** {@return the warnings among the findings} */
    public List<Diagnostic> warnings() {
        return all.stream().filter(diagnostic -> !diagnostic.isError()).toList();
    }
}
