package dev.prisma4j.engine.sql.dialect;

import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.error.PrismaException;

/** What a database cannot do, in words. */
final class Unsupported {
    private Unsupported() {}

    static PrismaException scalarLists() {
        return Errors.unsupported("scalar lists");
    }

    static PrismaException fullTextSearch() {
        return Errors.unsupported("full-text search");
    }

    static PrismaException rowLocks() {
        return Errors.unsupported("row locks");
    }

    static PrismaException jsonTest(String test) {
        return Errors.unsupported("the Json filter " + test);
    }
}
