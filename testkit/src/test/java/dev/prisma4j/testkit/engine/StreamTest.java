// Streams hold some hundred rows at a time, inside of transactions too, and give way to other statements.
package dev.prisma4j.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prisma4j.engine.Engine;
import dev.prisma4j.engine.EngineOptions;
import dev.prisma4j.engine.QueryExecutor;
import dev.prisma4j.engine.Transaction;
import dev.prisma4j.engine.TransactionOptions;
import dev.prisma4j.engine.error.PrismaException;
import dev.prisma4j.engine.generic.MapReader;
import dev.prisma4j.engine.query.Count;
import dev.prisma4j.engine.query.FindMany;
import dev.prisma4j.engine.query.Order;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.engine.query.ReadOptions;
import dev.prisma4j.engine.query.Selection;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.schema.model.SortOrder;
import dev.prisma4j.schema.source.SourceFile;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.DatabaseTest;
import dev.prisma4j.testkit.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;

@Tag("matrix")
class StreamTest {
    private static final String MODELS = """
            datasource db {
              provider = "%s"
            }
            model Wide {
              id   Int    @id
              text String
            }
            model Parent {
              id       Int     @id
              children Child[]
            }
            model Child {
              id       Int    @id
              parent   Parent @relation(fields: [parentId], references: [id])
              parentId Int
            }
            """;
    private static final TransactionOptions LONG = TransactionOptions.DEFAULT.withTimeout(Duration.ofMinutes(1));
    private static final int SIDE = 60;

    private static Schema schema(String provider) {
        return SchemaCompiler.compile(List.of(SourceFile.of("schema.prisma", MODELS.formatted(provider))))
                .orThrow();
    }

    /** 3,600 rows of 8 kB, which take no room as they are a view. */
    private static void fill(TestDatabase database) throws Exception {
        boolean mysql = database.kind() == DatabaseKind.MYSQL || database.kind() == DatabaseKind.MARIADB;
        String q = mysql ? "`" : "\"";
        StringBuilder numbers = new StringBuilder();
        StringBuilder children = new StringBuilder();
        for (int i = 0; i < SIDE; i++) {
            numbers.append(i == 0 ? "" : ",")
                    .append("(")
                    .append(i)
                    .append(",'")
                    .append("x".repeat(8000))
                    .append("')");
        }
        for (int i = 0; i < 1000; i++) {
            children.append(i == 0 ? "" : ",")
                    .append("(")
                    .append(i)
                    .append(",")
                    .append(i / 2)
                    .append(")");
        }
        database.execute(
                "CREATE TABLE base (id INTEGER NOT NULL, text VARCHAR(8000) NOT NULL)",
                "INSERT INTO base VALUES " + numbers,
                "CREATE VIEW " + q + "Wide" + q + " AS SELECT a.id * " + SIDE
                        + " + b.id AS id, a.text AS text FROM base a CROSS JOIN base b",
                "CREATE TABLE " + q + "Parent" + q + " (id INTEGER NOT NULL PRIMARY KEY)",
                "CREATE TABLE " + q + "Child" + q + " (id INTEGER NOT NULL PRIMARY KEY, " + q + "parentId" + q
                        + " INTEGER NOT NULL)",
                "INSERT INTO " + q + "Child" + q + " VALUES " + children,
                "INSERT INTO " + q + "Parent" + q + " SELECT id FROM " + q + "Child" + q);
    }

    @DatabaseTest
    void aStreamTakesLittleMemoryInTransactionsToo(TestDatabase database) throws Exception {
        fill(database);
        streamInLittleMemory(database.kind().provider().text(), database.url());
        if (database.kind() == DatabaseKind.MARIADB) {
            streamInLittleMemory("mysql", database.jdbcUrl());
        }
        try (Engine engine = Engine.open(
                schema(database.kind().provider().text()),
                EngineOptions.url(database.url()).withPoolSize(2))) {
            otherStatementsCanRunWhileAStreamIsRead(engine);
            relatedRowsComeAlongInTransactions(engine);
            aStreamEndsWithItsTransaction(engine);
        }
    }

    private static void streamInLittleMemory(String provider, String url) throws Exception {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx20m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Reading.class.getName(),
                        provider,
                        url)
                .redirectErrorStream(true)
                .start();
        String output = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(program.waitFor()).as(output).isZero();
        long characters = 8000L * SIDE * SIDE;
        assertThat(output).contains("outside " + characters).contains("inside " + characters);
    }

    /** Streams outside and inside of a transaction. */
    static final class Reading {
        private Reading() {}

        public static void main(String[] arguments) {
            Schema schema = schema(arguments[0]);
            Model wide = schema.model("Wide").orElseThrow();
            try (Engine engine =
                    Engine.open(schema, EngineOptions.url(arguments[1]).withPoolSize(2))) {
                System.out.println("outside " + characters(engine, wide));
                engine.transaction(LONG, transaction -> {
                    System.out.println("inside " + characters(transaction, wide));
                    return null;
                });
            }
        }

        private static long characters(QueryExecutor executor, Model wide) {
            Selection<Integer> length = Selection.of(
                    wide, wide.scalarFields(), row -> row.getString(1).length());
            try (Stream<Integer> rows =
                    executor.stream(new FindMany<>(wide, ReadArguments.ALL, length, ReadOptions.DEFAULT))) {
                return rows.mapToLong(n -> n).sum();
            }
        }
    }

    private static FindMany<Map<String, @Nullable Object>> parents(Engine engine) {
        Model parent = engine.schema().model("Parent").orElseThrow();
        return new FindMany<>(
                parent,
                ReadArguments.builder()
                        .orderBy(Order.by(parent.scalarField("id").orElseThrow(), SortOrder.ASC))
                        .build(),
                MapReader.of(parent).allScalars().relation("children").selection(),
                ReadOptions.DEFAULT);
    }

    private static Count count(Engine engine) {
        return new Count(engine.schema().model("Child").orElseThrow(), ReadArguments.ALL);
    }

    private static void otherStatementsCanRunWhileAStreamIsRead(Engine engine) {
        Model child = engine.schema().model("Child").orElseThrow();
        FindMany<Map<String, @Nullable Object>> children =
                new FindMany<>(child, ReadArguments.ALL, MapReader.scalars(child), ReadOptions.DEFAULT);
        engine.transaction(LONG, transaction -> {
            try (Stream<Map<String, @Nullable Object>> rows = transaction.stream(children);
                    Stream<Map<String, @Nullable Object>> others = transaction.stream(children)) {
                Iterator<Map<String, @Nullable Object>> iterator = rows.iterator();
                iterator.next();
                assertThat(transaction.execute(count(engine))).isEqualTo(1000);
                assertThat(others.count()).isEqualTo(1000);
                int read = 1;
                for (; iterator.hasNext(); read++) {
                    iterator.next();
                }
                assertThat(read).isEqualTo(1000);
                transaction.nested(inner -> inner.execute(count(engine)));
            }
            return null;
        });
    }

    private static void relatedRowsComeAlongInTransactions(Engine engine) {
        engine.transaction(LONG, transaction -> {
            try (Stream<Map<String, @Nullable Object>> rows = transaction.stream(parents(engine))) {
                long children = rows.mapToLong(row -> ((List<?>) row.get("children")).size())
                        .sum();
                assertThat(children).isEqualTo(1000);
            }
            return null;
        });
    }

    private static void aStreamEndsWithItsTransaction(Engine engine) {
        Transaction transaction = engine.begin(LONG);
        Iterator<Map<String, @Nullable Object>> rows =
                transaction.stream(parents(engine)).iterator();
        rows.next();
        transaction.commit();
        assertThatThrownBy(() -> {
                    while (rows.hasNext()) {
                        rows.next();
                    }
                })
                .isInstanceOf(PrismaException.class);
        assertThat(engine.execute(count(engine))).isEqualTo(1000);
    }
}
