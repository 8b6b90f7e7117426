// A file that people write, schema or configuration, has mistakes in it.
package dev.prisma4j.cli.failure;

import dev.prisma4j.schema.diagnostic.Diagnostic;
import java.util.List;

/** Findings about a file, each with its place; printed with marked excerpts. */
public final class InvalidSource extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> findings;

    /**
     * A failure with these findings.
     *
     * @param summary what cannot be done because of them
     */
    public InvalidSource(String summary, List<Diagnostic> findings) {
        super(summary);
        this.findings = List.copyOf(findings);
    }

    /** Errors and warnings in the order of their discovery. */
    public List<Diagnostic> findings() {
        return findings;
    }
}
