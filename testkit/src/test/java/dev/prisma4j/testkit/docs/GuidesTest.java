package dev.prisma4j.testkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.generator.GeneratorOptions;
import dev.prisma4j.generator.JavaClientGenerator;
import dev.prisma4j.generator.typedsql.SqlFiles;
import dev.prisma4j.migrate.Migrate;
import dev.prisma4j.migrate.command.PushOptions;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.model.Provider;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.schema.source.SourceFile;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.DatabaseTest;
import dev.prisma4j.testkit.TestDatabase;
import dev.prisma4j.testkit.docs.GuidePage.Block;
import dev.prisma4j.testkit.docs.GuideSource.Rejected;
import dev.prisma4j.testkit.program.JavaProgram;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever copies an example of the guide gets what the guide says. */
class GuidesTest {
    private static final Path GUIDE = Path.of("../docs/guide");

    @TempDir
    Path folder;

    private static List<GuidePage> pages() throws IOException {
        List<GuidePage> pages = new ArrayList<>();
        try (Stream<Path> files = Files.list(GUIDE)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                pages.add(GuidePage.read(file));
            }
        }
        return pages;
    }

    private static Schema compile(String text) {
        String whole = text.contains("datasource ") ? text : "datasource db {\n  provider = \"postgresql\"\n}\n" + text;
        return SchemaCompiler.compile(List.of(SourceFile.of("schema.prisma", whole)))
                .orThrow();
    }

    private static Schema schema(List<GuidePage> pages, DatabaseKind kind) {
        Block block = pages.stream()
                .flatMap(page -> page.blocks("prisma").stream())
                .filter(each -> each.is("schema"))
                .findFirst()
                .orElseThrow();
        return compile(block.text()
                .replaceAll(
                        "(datasource db \\{\\s+provider = )\"\\w+\"",
                        "$1\"" + kind.provider().text() + "\""));
    }

    @Test
    void everySchemaIsValid() throws IOException {
        for (GuidePage page : pages()) {
            for (Block block : page.blocks("prisma")) {
                assertThat(compile(block.text()))
                        .as(page.name() + ".md:" + block.line())
                        .isNotNull();
            }
        }
    }

    @Test
    void noBlockHasAFirstLineThatMeansNothing() throws IOException {
        List<String> known = List.of(
                "java",
                "members",
                "seed",
                "compiles",
                "sqlite",
                "postgresql",
                "prisma",
                "schema",
                "sql",
                "sh",
                "toml",
                "xml",
                "text",
                "json",
                "ts");
        for (GuidePage page : pages()) {
            for (Block block : page.blocks()) {
                List<String> words = block.words().stream()
                        .filter(word -> !word.endsWith(".sql") && !word.startsWith("rejected:"))
                        .toList();
                assertThat(known).as(page.name() + ".md:" + block.line()).containsAll(words);
                assertThat(words).as(page.name() + ".md:" + block.line()).isNotEmpty();
            }
        }
    }

    @DatabaseTest({DatabaseKind.SQLITE, DatabaseKind.POSTGRESQL})
    void everyExampleDoesWhatThePageSays(TestDatabase database) throws Exception {
        List<GuidePage> pages = pages();
        Schema schema = schema(pages, database.kind());
        Migrate.of(schema, database.url(), folder).push(new PushOptions(false, false));
        GuideSource source = new GuideSource(schema.provider().text());
        JavaProgram client = JavaProgram.compile(
                JavaClientGenerator.generate(
                        schema,
                        GeneratorOptions.defaults().withPackage("com.example.db"),
                        new SqlFiles(typedQueries(pages), schema.provider()).describe(database.connect())),
                folder.resolve("client"),
                List.of());
        JavaProgram program = JavaProgram.compile(
                source.accepted(pages),
                folder.resolve("guide"),
                List.of("dev.prisma4j.processor.ShapeProcessor"),
                client.classes());
        try (URLClassLoader classes = program.load()) {
            classes.setDefaultAssertionStatus(true);
            Map<String, String> failures = new LinkedHashMap<>();
            try (AutoCloseable prisma = open(classes, database);
                    Connection connection = database.connect()) {
                connection.setAutoCommit(false);
                for (GuidePage page : pages) {
                    for (Block block : source.methods(page)) {
                        if (!block.is("compiles") && !block.is("seed")) {
                            fill(connection, schema, pages, classes, prisma);
                            String wrong = run(classes, page, block, prisma);
                            if (wrong != null) {
                                failures.put(page.name() + ".md:" + block.line(), wrong);
                            }
                        }
                    }
                }
            }
            assertThat(failures).as("blocks that do not do what the page says").isEmpty();
        }
        for (Rejected rejected : source.rejected(pages)) {
            assertThat(refusal(rejected, client)).as(rejected.path()).contains(rejected.reason());
        }
    }

    /** What the compiler says of a source, without the lines of it that it shows. */
    private String refusal(Rejected rejected, JavaProgram client) throws IOException {
        try {
            JavaProgram.compile(
                    Map.of(rejected.path(), rejected.source()),
                    folder.resolve("rejected"),
                    List.of(),
                    client.classes());
        } catch (AssertionError refusal) {
            return String.valueOf(refusal.getMessage())
                    .lines()
                    .filter(line -> !rejected.source().contains(line.strip()))
                    .collect(Collectors.joining("\n"));
        }
        return "nothing";
    }

    private Path typedQueries(List<GuidePage> pages) throws IOException {
        Path sql = Files.createDirectories(folder.resolve("sql"));
        for (GuidePage page : pages) {
            for (Block block : page.blocks("sql")) {
                String name = block.words().stream()
                        .filter(word -> word.endsWith(".sql"))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(page.name() + ".md:" + block.line() + " needs a name"));
                Files.writeString(sql.resolve(name), block.text());
            }
        }
        return sql;
    }

    private static AutoCloseable open(ClassLoader classes, TestDatabase database) throws ReflectiveOperationException {
        Object builder = classes.loadClass("com.example.db.PrismaClient")
                .getMethod("builder")
                .invoke(null);
        builder.getClass().getMethod("url", String.class).invoke(builder, database.url());
        return (AutoCloseable) builder.getClass().getMethod("build").invoke(builder);
    }

    /** Empty tables whose numbers begin at 1, then the data of the guide. */
    private static void fill(
            Connection connection, Schema schema, List<GuidePage> pages, ClassLoader classes, Object prisma)
            throws Exception {
        boolean postgres = schema.provider() == Provider.POSTGRESQL;
        try (Statement statement = connection.createStatement()) {
            // What points to others goes first.
            for (String table : List.of("_CategoryToPost", "Post", "Profile", "Category", "User", "Account", "Draft")) {
                statement.execute("DELETE FROM \"" + table + "\"");
                if (postgres && !table.startsWith("_")) {
                    statement.execute("SELECT setval(pg_get_serial_sequence('\"" + table + "\"', 'id'), 1, false)");
                }
            }
            if (!postgres) {
                statement.execute("DELETE FROM sqlite_sequence");
            }
        }
        connection.commit();
        for (GuidePage page : pages) {
            for (Block block : page.blocks("java")) {
                if (block.is("seed")) {
                    call(classes, page, block, prisma);
                }
            }
        }
    }

    private static @org.jspecify.annotations.Nullable String run(
            ClassLoader classes, GuidePage page, Block block, Object prisma) {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            call(classes, page, block, prisma);
        } catch (Throwable failure) {
            StackTraceElement[] trace = failure.getStackTrace();
            return failure + (trace.length == 0 ? "" : " at " + trace[0]);
        } finally {
            System.setOut(before);
        }
        String said = printed.toString(StandardCharsets.UTF_8).strip();
        String expected = block.output();
        return expected == null || expected.strip().equals(said)
                ? null
                : "printed\n" + said + "\ninstead of\n" + expected;
    }

    private static void call(ClassLoader classes, GuidePage page, Block block, Object prisma) throws Exception {
        try {
            classes.loadClass("guide." + page.className())
                    .getMethod(GuideSource.method(block), classes.loadClass("com.example.db.PrismaClient"))
                    .invoke(null, prisma);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception own) {
                throw own;
            }
            throw (Error) e.getCause();
        }
    }
}
