package dev.prisma4j.testkit.differential;

import dev.prisma4j.testkit.DatabaseKind;
import java.util.Locale;
import java.util.Set;

/**
 * One request of a case file.
 *
 * @param place the file and line
 * @param kinds the databases it is meant for, as lower-case names; empty for all
 * @param body the request as the protocol spells it
 * @param writes whether the database is another one afterwards
 */
record Case(String place, Set<String> kinds, String body, boolean writes) {
    Case {
        kinds = Set.copyOf(kinds);
    }

    /** Whether this is a statement that changes the tables themselves. */
    boolean isDefinition() {
        return !body.startsWith("{");
    }

    boolean isFor(DatabaseKind kind) {
        return matches(kinds, kind);
    }

    /** Whether a list of names, or of names after exclamation marks, has that database. */
    static boolean matches(Set<String> names, DatabaseKind kind) {
        String name = kind.name().toLowerCase(Locale.ROOT);
        boolean excluding = names.stream().anyMatch(one -> one.startsWith("!"));
        return names.isEmpty() || (excluding ? !names.contains("!" + name) : names.contains(name));
    }
}
