package dev.prisma4j.testkit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prisma4j.generator.GeneratorOptions;
import dev.prisma4j.generator.JavaClientGenerator;
import dev.prisma4j.generator.typedsql.SqlFiles;
import dev.prisma4j.generator.typedsql.SqlQuery;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.schema.source.SourceFile;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.DatabaseTest;
import dev.prisma4j.testkit.TestDatabase;
import dev.prisma4j.testkit.program.JavaProgram;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;

/** Queries in {@code .sql} files become methods with the types that the database knows. */
class TypedSqlTest {
    @TempDir
    Path folder;

    private static String p(DatabaseKind kind, int number) {
        return kind == DatabaseKind.POSTGRESQL ? "$" + number : "?";
    }

    private static Schema schema(DatabaseKind kind) {
        String provider = kind.provider().text();
        return SchemaCompiler.compile(List.of(SourceFile.of(
                        "schema.prisma",
                        "datasource db {\n  provider = \"" + provider + "\"\n}\n"
                                + "model person {\n  id Int @id\n  name String\n}\n")))
                .orThrow();
    }

    private static void makeTables(TestDatabase database) throws Exception {
        String time = database.kind() == DatabaseKind.POSTGRESQL ? "TIMESTAMP(3)" : "DATETIME";
        database.execute(
                "CREATE TABLE person (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(50) NOT NULL, age INTEGER,"
                        + " balance DECIMAL(10,2) NOT NULL, big BIGINT NOT NULL, born " + time + ")",
                "CREATE TABLE item (id INTEGER NOT NULL PRIMARY KEY, owner INTEGER NOT NULL, label VARCHAR(50) NOT NULL)",
                "INSERT INTO person VALUES (1, 'Ann', 30, 10.50, 5000000000, '2020-01-02 03:04:05'),"
                        + " (2, 'Bob', NULL, 0, 1, NULL)",
                "INSERT INTO item VALUES (1, 1, 'pen'), (2, 1, 'ink')");
    }

    private void write(String name, String sql) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name + ".sql"), sql);
    }

    private List<SqlQuery> describe(TestDatabase database) throws Exception {
        try (Connection connection = database.connect()) {
            return new SqlFiles(folder, schema(database.kind()).provider()).describe(connection);
        }
    }

    private static Object call(Object target, String method, Object... arguments) throws Exception {
        Method found = Arrays.stream(target.getClass().getMethods())
                .filter(each -> each.getName().equals(method))
                .findFirst()
                .orElseThrow();
        try {
            return found.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception own) {
                throw own;
            }
            throw e;
        }
    }

    @DatabaseTest
    void filesBecomeMethodsWithRecords(TestDatabase database) throws Exception {
        DatabaseKind kind = database.kind();
        makeTables(database);
        write(
                "peopleOlderThan",
                "-- People of some age.\n-- @param {Int} $1:minAge the youngest\n-- @param {String} $2:prefix?\n"
                        + "SELECT id, name, age, balance, big, born FROM person\n"
                        + "WHERE age >= " + p(kind, 1) + " AND name LIKE coalesce(" + p(kind, 2)
                        + ", '%') -- not ? nor $1\nORDER BY id;\n");
        write(
                "itemsPerPerson",
                "-- @column {BigInt} items\nSELECT person.name, item.label, (SELECT count(*) FROM item) AS items\n"
                        + "FROM person LEFT JOIN item ON item.owner = person.id ORDER BY person.id, item.id");
        write("countPeople", "SELECT count(*) AS total FROM person");
        write(
                "rename",
                "-- @param {String} $1:name\n-- @param {Int} $2:id\nUPDATE person SET name = " + p(kind, 1)
                        + " WHERE id = " + p(kind, 2));
        List<SqlQuery> queries = describe(database);
        assertThat(queries)
                .extracting(SqlQuery::name)
                .containsExactly("countPeople", "itemsPerPerson", "peopleOlderThan", "rename");
        var sources = JavaClientGenerator.generate(
                schema(kind), GeneratorOptions.defaults().withPackage("typed.db"), queries);
        String generated = sources.get("typed/db/PrismaSql.java").replaceAll(",\\s+", ", ");
        assertThat(generated)
                .contains("People of some age.")
                .contains("@param minAge the youngest")
                .contains("public List<PeopleOlderThanRow> peopleOlderThan(int minAge, @Nullable String prefix)")
                .contains(
                        "public record PeopleOlderThanRow(int id, String name, @Nullable Integer age, BigDecimal balance, "
                                + "long big, @Nullable Instant born)")
                .contains("record ItemsPerPersonRow(@Nullable String name, @Nullable String label, long items)")
                .contains("record CountPeopleRow(long total)")
                .contains("public long rename(String name, int id)");
        JavaProgram client = JavaProgram.compile(sources, folder.resolve("out"), List.of());
        try (URLClassLoader classes = client.load()) {
            Object builder = classes.loadClass("typed.db.PrismaClient")
                    .getMethod("builder")
                    .invoke(null);
            call(builder, "url", database.url());
            try (AutoCloseable prisma = (AutoCloseable) call(builder, "build")) {
                Object sql = call(prisma, "sql");
                assertThat(call(sql, "peopleOlderThan", 18, null).toString())
                        .isEqualTo("[PeopleOlderThanRow[id=1, name=Ann, age=30, balance="
                                + (kind == DatabaseKind.SQLITE ? "10.5" : "10.50")
                                + ", big=5000000000, born=2020-01-02T03:04:05Z]]");
                assertThat((List<?>) call(sql, "peopleOlderThan", 18, "B%")).isEmpty();
                assertThat(call(sql, "itemsPerPerson").toString())
                        .isEqualTo(
                                "[ItemsPerPersonRow[name=Ann, label=pen, items=2], ItemsPerPersonRow[name=Ann, label=ink,"
                                        + " items=2], ItemsPerPersonRow[name=Bob, label=null, items=2]]");
                assertThat(call(sql, "rename", "it's {}", 2)).isEqualTo(1L);
                assertThat(call(sql, "countPeople").toString()).isEqualTo("[CountPeopleRow[total=2]]");
            }
        }
    }

    @DatabaseTest
    void whatCannotBeAMethodIsSaid(TestDatabase database) throws Exception {
        makeTables(database);
        String one = p(database.kind(), 1);
        for (List<String> wrong : List.of(
                List.of("SELECT nothing FROM person", "does not take this statement"),
                List.of("-- @param {Imt} $1:age\nSELECT id FROM person WHERE age = " + one, "did you mean {Int}?"),
                List.of("-- @param Int $1\nSELECT id FROM person WHERE age = " + one, "is not understood"),
                List.of("-- @param {Int} $2:age\nSELECT id FROM person WHERE age = " + one, "has 1 parameters"),
                List.of(
                        "-- @column {Int} nope\nSELECT id FROM person",
                        "speaks of the column nope, but there are id"))) {
            write("wrong", wrong.get(0));
            assertThatThrownBy(() -> describe(database))
                    .hasMessageContaining("wrong.sql")
                    .hasMessageContaining(wrong.get(1));
        }
        Files.delete(folder.resolve("wrong.sql"));
        write("not-a-name", "SELECT id FROM person");
        assertThatThrownBy(() -> describe(database)).hasMessageContaining("the name of the file");
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void postgresKnowsTheTypesOfParametersToo(TestDatabase database) throws Exception {
        database.execute(
                "CREATE TABLE t (id UUID PRIMARY KEY, tags TEXT[] NOT NULL, j JSONB, d DATE NOT NULL, b BYTEA, f REAL, ok BOOLEAN NOT NULL)");
        write(
                "all",
                "SELECT * FROM t WHERE id = $1 AND d > $2 AND tags && $3 AND j ? 'a' AND $4 = ok AND d > $2 AND f < $5");
        SqlQuery query = describe(database).get(0);
        assertThat(query.parameters().stream()
                        .map(each -> each.name() + " " + each.type() + (each.list() ? "[]" : ""))
                        .collect(Collectors.joining(", ")))
                .isEqualTo("arg1 UUID, arg2 DATE, arg3 STRING[], arg4 BOOLEAN, arg5 FLOAT");
        assertThat(query.columns().stream()
                        .map(each -> each.label() + " " + each.type() + (each.list() ? "[]" : "")
                                + (each.nullable() ? "?" : ""))
                        .collect(Collectors.joining(", ")))
                .isEqualTo("id UUID, tags STRING[], j JSON?, d DATE, b BYTES?, f FLOAT?, ok BOOLEAN");
    }
}
