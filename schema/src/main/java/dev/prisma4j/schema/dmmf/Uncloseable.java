package dev.prisma4j.schema.dmmf;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A stream that its user may close without closing what lies below, which belongs to somebody else. */
final class Uncloseable extends FilterOutputStream {
    Uncloseable(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
