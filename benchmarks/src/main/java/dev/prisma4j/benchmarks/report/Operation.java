// The rows of the comparison: which JMH benchmark with which parameters, and what it is called.
package dev.prisma4j.benchmarks.report;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One row of the comparison.
 *
 * @param id its name in raw results, also those of the Node program
 * @param title its name for people
 * @param kind what it is judged as
 * @param benchmark the class and method of the JMH benchmark
 * @param parameter a further parameter as {@code name=value}, or null
 */
public record Operation(
        String id,
        String title,
        Kind kind,
        String benchmark,
        @Nullable String parameter) {
    /** What is to be reached: how many times as long as hand-written JDBC it may take at most. */
    public enum Kind {
        READ(1.15, 1.25),
        INCLUDE(1.1, 1.1),
        WRITE(1.2, 1.2),
        CREATE_MANY(1.0, 1.0),
        MIXED(1.15, 1.25);

        private final double onPostgres;
        private final double onSqlite;

        Kind(double onPostgres, double onSqlite) {
            this.onPostgres = onPostgres;
            this.onSqlite = onSqlite;
        }

        /** The goal on a database. */
        public double goal(String venue) {
            return switch (venue) {
                case "sqlite" -> onSqlite;
                case "h2" -> 1 / 0.9;
                default -> onPostgres;
            };
        }
    }

    /** All of them, in the order of the report. */
    public static final List<Operation> ALL = List.of(
            read("findUnique", "findUnique by id", "Reads.findUnique"),
            read("findFirst", "findFirst with a filter", "Reads.findFirst"),
            rows(10),
            rows(100),
            rows(1_000),
            rows(10_000),
            read("page", "filter, order and page of 20", "Reads.page"),
            include("includeOneToMany", "include: 100 parents x 10 children", "Reads.includeOneToMany"),
            include("includeTwoLevels", "include of two levels: 30 x 10 x 3", "Reads.includeTwoLevels"),
            include("includeManyToMany", "many-to-many include: 100 x 3", "Reads.includeManyToMany"),
            read("selectThreeOfTwenty", "3 of 20 columns, 500 rows", "Reads.selectThreeOfTwenty"),
            read("count", "count", "Reads.count"),
            read("groupBy", "groupBy", "Reads.groupBy"),
            write("create", "create", "Writes.create"),
            write("createNested", "nested create: 1 + 10", "Writes.createNested"),
            many(1_000),
            many(100_000),
            write("update", "update by id", "Writes.update"),
            write("upsert", "upsert", "Writes.upsert"),
            write("updateMany", "updateMany", "Writes.updateMany"),
            write("transactionOfFive", "transaction of 5 writes", "Writes.transactionOfFive"),
            new Operation("mixedReads", "mixed reads by 16 threads", Kind.MIXED, "MixedReads.mixedReads", null));

    /** The one that Jimmer publishes: rows of one table of H2. */
    public static final List<Operation> ON_H2 = List.of(rows(10), rows(50), rows(100), rows(500), rows(1_000));

    private static Operation read(String id, String title, String benchmark) {
        return new Operation(id, title, Kind.READ, benchmark, null);
    }

    private static Operation include(String id, String title, String benchmark) {
        return new Operation(id, title, Kind.INCLUDE, benchmark, null);
    }

    private static Operation write(String id, String title, String benchmark) {
        return new Operation(id, title, Kind.WRITE, benchmark, null);
    }

    private static Operation rows(int rows) {
        return new Operation(
                "findMany" + rows,
                String.format(Locale.ROOT, "findMany of %,d rows", rows),
                Kind.READ,
                "ManyRows.findMany",
                "rows=" + rows);
    }

    private static Operation many(int rows) {
        return new Operation(
                "createMany" + rows,
                String.format(Locale.ROOT, "createMany of %,d rows", rows),
                Kind.CREATE_MANY,
                "CreateMany.createMany",
                "rows=" + rows);
    }

    /** How many times as fast as Prisma on Node it is to be. */
    public double timesNode() {
        return switch (id) {
            case "findUnique", "findFirst" -> 2.5;
            case "findMany1000" -> 4;
            default -> kind == Kind.INCLUDE ? 5 : 1;
        };
    }

    /** Those that are measured on a database. */
    public static List<Operation> of(String venue) {
        return venue.equals("h2") ? ON_H2 : ALL;
    }

    /** Whether one of these parts of ids, separated by commas, is part of the id; an empty one is part of each. */
    boolean isNamed(String parts) {
        for (String part : parts.split(",")) {
            if (id.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    /** Whether JDBC with one join takes part, too. */
    public boolean readsRelated() {
        return kind == Kind.INCLUDE;
    }
}
