package dev.prisma4j.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.generator.GeneratorOptions;
import dev.prisma4j.generator.JavaClientGenerator;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.source.SourceFile;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShapesTest {
    private static final String SCHEMA = """
            datasource db {
              provider = "sqlite"
            }

            enum Role {
              USER
              ADMIN
            }

            model User {
              id      Int      @id @default(autoincrement())
              email   String   @unique
              name    String?
              age     Int?
              count   BigInt   @default(7)
              role    Role     @default(USER)
              posts   Post[]
              profile Profile?
            }

            model Post {
              id       Int    @id
              title    String
              author   User   @relation(fields: [authorId], references: [id])
              authorId Int
            }

            model Profile {
              id     Int    @id
              bio    String
              user   User   @relation(fields: [userId], references: [id])
              userId Int    @unique
            }
            """;
    private static final String TABLES = """
            CREATE TABLE "User" ("id" INTEGER PRIMARY KEY, "email" TEXT UNIQUE, "name" TEXT, "age" INTEGER, "count" BIGINT, "role" TEXT);
            CREATE TABLE "Post" ("id" INTEGER PRIMARY KEY, "title" TEXT, "authorId" INTEGER);
            CREATE TABLE "Profile" ("id" INTEGER PRIMARY KEY, "bio" TEXT, "userId" INTEGER UNIQUE);
            INSERT INTO "User" VALUES (1, 'a@b.c', 'Ann', NULL, 5, 'ADMIN'), (2, 'd@e.f', NULL, 30, 6, 'USER');
            INSERT INTO "Post" VALUES (1, 'One', 1), (2, 'Two', 1);
            INSERT INTO "Profile" VALUES (1, 'Writes', 1);
            """;
    private static final String PROGRAM = """
            package app;

            import db.*;
            import dev.prisma4j.client.Shape;
            import java.util.List;
            import java.util.Optional;
            import org.jspecify.annotations.NullMarked;
            import org.jspecify.annotations.Nullable;

            @NullMarked
            public class Program {
                @Shape(User.class)
                public record UserCard(
                        int id, String email, @Nullable String name, Optional<Integer> age, long count, Role role,
                        List<PostTitle> posts, @Nullable Bio profile) {}

                public record PostTitle(String title, Writer author) {}
                public record Writer(Object email, List<Post> posts) {}
                public record Bio(String bio) {}

                @Shape(Post.class)
                record PostRow(Integer id, CharSequence title, User author) {}

                public static String run(PrismaClient prisma) {
                    List<UserCard> cards = prisma.user().findMany(q -> q
                            .where(u -> u.email().contains("@")).orderBy(u -> u.id().asc()).shape(UserCardShape.SHAPE));
                    PostRow row = prisma.post().findUnique(p -> p.id(2), q -> q.shape(PostRowShape.SHAPE)).orElseThrow();
                    Optional<UserCard> first = prisma.user().findFirst(q -> q.shape(UserCardShape.SHAPE).take(1));
                    return cards + "\\n" + row + "\\n" + first.isPresent();
                }
            }
            """;

    @TempDir
    static Path folder;

    static Path client;

    @BeforeAll
    static void generate() throws IOException {
        var schema = SchemaCompiler.compile(List.of(SourceFile.of("schema.prisma", SCHEMA)))
                .orThrow();
        Map<String, String> sources = new LinkedHashMap<>(
                JavaClientGenerator.generate(schema, GeneratorOptions.defaults().withPackage("db")));
        assertThat(Compilation.JAVAC.compile(sources, folder.resolve("client"))).isEmpty();
        client = folder.resolve("client/classes");
    }

    @ParameterizedTest
    @EnumSource
    void aRecordIsReadWithWhatIsRelated(Compilation compiler) throws Exception {
        Path out = folder.resolve("reads" + compiler);
        assertThat(compiler.compile(Map.of("app/Program.java", PROGRAM), out, client))
                .isEmpty();
        assertThat(out.resolve("generated/app/UserCardShape.java"))
                .content()
                .contains("public final class UserCardShape");
        Path database = out.resolve("test.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            for (String sql : TABLES.split(";\n")) {
                statement.execute(sql);
            }
        }
        try (URLClassLoader classes = new URLClassLoader(new URL[] {
            client.toUri().toURL(), out.resolve("classes").toUri().toURL()
        })) {
            Object builder =
                    classes.loadClass("db.PrismaClient").getMethod("builder").invoke(null);
            builder.getClass().getMethod("url", String.class).invoke(builder, "file:" + database);
            try (AutoCloseable prisma =
                    (AutoCloseable) builder.getClass().getMethod("build").invoke(builder)) {
                Object text = classes.loadClass("app.Program")
                        .getMethod("run", classes.loadClass("db.PrismaClient"))
                        .invoke(null, prisma);
                assertThat(text.toString().replaceAll("author=Writer\\[email=a@b.c, posts=\\[Post.*?]]]", "WRITER"))
                        .isEqualTo("""
                                [UserCard[id=1, email=a@b.c, name=Ann, age=Optional.empty, count=5, role=ADMIN, \
                                posts=[PostTitle[title=One, WRITER], PostTitle[title=Two, WRITER]], profile=Bio[bio=Writes]], \
                                UserCard[id=2, email=d@e.f, name=null, age=Optional[30], count=6, role=USER, posts=[], profile=null]]
                                PostRow[id=2, title=Two, author=User[id=1, email=a@b.c, name=Ann, age=null, count=5, role=ADMIN]]
                                true""");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatDoesNotFitIsSaidAtItsPlace(Compilation compiler) throws IOException {
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put("User|record A(int id, String emial) {}", "User has no field `emial`, did you mean `email`?");
        wrong.put("Profile|record A(int id, String zzzzzz) {}", "has no field `zzzzzz`; it has bio, id, user, userId");
        wrong.put("User|record A(int email) {}", "User.email is String: `email` cannot be int.");
        wrong.put("User|record A(long id) {}", "User.id is Integer: `id` cannot be long.");
        wrong.put(
                "User|record A(int age) {}",
                "User.age may be missing: `age` must be Integer or Optional<Integer>, not int.");
        wrong.put(
                "User|record A(String name) {}",
                "User.name may be missing: `name` must be @Nullable String or Optional<String>.");
        wrong.put(
                "User|record A(A posts) {}",
                "User.posts is a list of Post, which becomes List<Post> or a List of a record: `posts` cannot be A.");
        wrong.put(
                "User|record A(List<B> posts) {} record B(String titel) {}",
                "Post has no field `titel`, did you mean `title`?");
        wrong.put("User|record A(List<B> posts) {} record B(A author) {}", "A contains itself");
        wrong.put(
                "User|record A(@Nullable List<Profile> profile) {}",
                "User.profile is one Profile, which becomes Profile or a record: `profile` cannot be List<Profile>.");
        wrong.put(
                "User|record A(B profile) {} record B(String bio) {}",
                "User.profile may be missing: `profile` must be @Nullable B or Optional<B>.");
        wrong.put("User|class A {}", "@Shape is for records, and A is none.");
        wrong.put("User|record A<T>(int id) {}", "A record with @Shape has no type parameters: A has.");
        wrong.put("User|private record A(int id) {}", "Generated code cannot reach A");
        wrong.put("String|record A(int id) {}", "String is not the record of a model in a generated client.");
        wrong.put(
                "User|record A(int id) {} static class C { @Shape(User.class) record A(int id) {} }",
                "one of them needs another name");
        Map<String, String> sources = new LinkedHashMap<>();
        List<String> expected = new ArrayList<>();
        wrong.forEach((code, message) -> {
            int bar = code.indexOf('|');
            String type = "W" + sources.size();
            sources.put(
                    "w" + sources.size() + "/" + type + ".java",
                    "package w" + sources.size()
                            + ";\nimport db.*;\nimport java.util.List;\nimport org.jspecify.annotations.*;\n"
                            + "import dev.prisma4j.client.Shape;\n@NullMarked class " + type + " {\n@Shape("
                            + code.substring(0, bar) + ".class)\n"
                            + code.substring(bar + 1) + "\n}\n");
            // Eclipse's compiler gives records no place.
            String place = compiler == Compilation.ECLIPSE ? "" : type + ".java:8: [^\n]*";
            expected.add(place + "\\Q" + message + "\\E");
        });
        List<String> said = compiler.compile(sources, folder.resolve("wrong" + compiler), client);
        for (String pattern : expected) {
            assertThat(said).as(pattern).anySatisfy(line -> assertThat(line).containsPattern(pattern));
        }
        assertThat(said).hasSize(expected.size());
    }

    @ParameterizedTest
    @EnumSource
    void inCodeThatIsNotNullMarkedMissingValuesAreNull(Compilation compiler) throws IOException {
        String source =
                "package app;\nimport db.User;\n@dev.prisma4j.client.Shape(User.class)\nrecord Card(String name, Integer age) {}\n";
        Path out = folder.resolve("unmarked" + compiler);
        assertThat(compiler.compile(Map.of("app/Card.java", source), out, client))
                .isEmpty();
        assertThat(Files.exists(out.resolve("classes/app/CardShape.class"))).isTrue();
    }
}
