package dev.prisma4j.schema.dmmf;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** A writer that its user may close without closing what lies below, which belongs to somebody else. */
final class UncloseableWriter extends FilterWriter {
    UncloseableWriter(Writer out) {
        super(out);
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
