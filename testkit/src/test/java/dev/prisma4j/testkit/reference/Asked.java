package dev.prisma4j.testkit.reference;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.laws.ReferenceEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How much is tried: a sample, or all with {@code -Dprisma4j.reference.cases=all}, on all databases or with
 * {@code -Dprisma4j.reference.database=sqlite} on one.
 */
final class Asked {
    private static final boolean ALL = "all".equals(System.getProperty("prisma4j.reference.cases"));
    private static final String DATABASE = System.getProperty("prisma4j.reference.database", "");

    private Asked() {}

    /**
     * The conformance pack; the test is skipped without it, where another database was asked for, and on databases that the
     * reference does not know unless all is asked for.
     */
    static Pack pack(DatabaseKind kind) {
        database(kind);
        boolean known = kind == DatabaseKind.POSTGRESQL || kind == DatabaseKind.SQLITE;
        assumeTrue(known || ALL, "only when all is asked for, since there is no reference");
        Pack pack = Pack.find().orElse(null);
        assumeTrue(pack != null, "the conformance pack is not here");
        return pack;
    }

    /** The test is skipped where another database was asked for. */
    static void database(DatabaseKind kind) {
        assumeTrue(DATABASE.isEmpty() || DATABASE.equals(kind.name().toLowerCase(Locale.ROOT)), "not asked for");
    }

    /** Whether everything is to be tried. */
    static boolean all() {
        return ALL;
    }

    /** All, or some spread evenly. */
    static <T> List<T> some(List<T> all, int size) {
        if (ALL || all.size() <= size) {
            return all;
        }
        List<T> some = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            some.add(all.get((int) ((long) i * all.size() / size)));
        }
        return some;
    }

    /** The reference, where it is there and knows that kind of database; else null. */
    static @Nullable ReferenceEngine reference(DatabaseKind kind, Path folder) throws IOException {
        boolean known = kind == DatabaseKind.POSTGRESQL || kind == DatabaseKind.SQLITE;
        return known && ReferenceEngine.isThere() ? ReferenceEngine.start(folder) : null;
    }
}
