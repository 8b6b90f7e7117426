package dev.prisma4j.testkit.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prisma4j.migrate.Migrate;
import dev.prisma4j.migrate.command.DevOptions;
import dev.prisma4j.migrate.command.DevResult;
import dev.prisma4j.migrate.command.DiffSide;
import dev.prisma4j.migrate.command.DownOptions;
import dev.prisma4j.migrate.command.DownResult;
import dev.prisma4j.migrate.command.Progress;
import dev.prisma4j.migrate.command.PushOptions;
import dev.prisma4j.migrate.command.PushResult;
import dev.prisma4j.migrate.error.MigrateException;
import dev.prisma4j.migrate.rename.Rename;
import dev.prisma4j.migrate.rename.RenameChooser;
import dev.prisma4j.migrate.rename.RenameOptions;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.source.SourceFile;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RenameTest {
    private static final String BEFORE = """
            model User {
              id    Int    @id @default(autoincrement())
              name  String @unique
              role  Role   @default(USER)
              posts Post[]
              tags  Zone[]
            }
            model Post {
              id       Int  @id @default(autoincrement())
              author   User @relation(fields: [authorId], references: [id])
              authorId Int
              @@index([authorId])
            }
            model Zone {
              id    Int    @id @default(autoincrement())
              users User[]
            }
            enum Role {
              USER
              ADMIN
            }
            """;
    /** User becomes Zuser, behind Zone, so that the columns of the join table change places. */
    private static final String AFTER = """
            model Zuser {
              id       Int    @id @default(autoincrement())
              fullName String @unique
              role     Kind   @default(MEMBER)
              posts    Post[]
              tags     Zone[]
            }
            model Post {
              id       Int   @id @default(autoincrement())
              writer   Zuser @relation(fields: [writerId], references: [id])
              writerId Int
              @@index([writerId])
            }
            model Zone {
              id    Int     @id @default(autoincrement())
              users Zuser[]
            }
            enum Kind {
              MEMBER
              ADMIN
            }
            """;

    @TempDir
    Path folder;

    private Migrate project(TestDatabase database, String models) {
        return Migrate.of(
                SchemaCompiler.compile(List.of(SourceFile.of(
                                "schema.prisma",
                                "datasource db {\n  provider = \""
                                        + database.kind().provider().text() + "\"\n}\n" + models)))
                        .orThrow(),
                database.url(),
                folder);
    }

    private static DevOptions options(RenameOptions renames) {
        return new DevOptions(() -> "step", false, true, renames, dangers -> {
            assertThat(dangers.warnings())
                    .as("nothing is lost: only the key of the join table is made anew")
                    .allMatch(w -> w.message().contains("`_ZoneToZuser`")
                            && !w.message().contains("drop"));
            return true;
        });
    }

    private static final Progress FAILING_NOTES = new Progress() {
        @Override
        public void note(String message) {
            throw new AssertionError(message);
        }
    };

    private static List<String> declared(DatabaseKind kind) {
        List<String> list = new ArrayList<>(List.of("User=Zuser", "Zuser.name=fullName", "Post.authorId=writerId"));
        if (kind == DatabaseKind.POSTGRESQL) {
            list.add("Role=Kind");
        }
        list.add("Kind.USER=MEMBER");
        return list;
    }

    @ParameterizedTest
    @EnumSource
    void declaredRenamesKeepAllRowsThereAndBack(DatabaseKind kind) throws Exception {
        try (TestDatabase database = TestDatabase.server(kind).fresh()) {
            project(database, BEFORE).dev(options(RenameOptions.NONE), FAILING_NOTES);
            fill(database);
            Migrate project = project(database, AFTER);
            RenameOptions renames = new RenameOptions(declared(kind), RenameChooser.NOBODY);

            DevResult result = project.dev(options(renames), FAILING_NOTES);

            assertThat(result).isInstanceOf(DevResult.Created.class);
            String script = project.project().folder().migrations().get(1).script();
            assertThat(script).contains("-- RenameTable", "-- RenameColumn", "-- RenameEnumValue");
            assertThat(ask(database, "SELECT fullName FROM Zuser WHERE role = 'MEMBER'"))
                    .isEqualTo("Ann");
            assertThat(ask(database, "SELECT writerId FROM Post")).isEqualTo("1");
            assertThat(ask(database, "SELECT A FROM _ZoneToZuser WHERE B = 1")).isEqualTo("2");
            assertThat(project.diff(
                                    new DiffSide.OfDatabase(),
                                    new DiffSide.OfSchema(project.project().schema()))
                            .summary())
                    .isEqualTo("No difference detected.");
            assertThat(project.dev(options(RenameOptions.NONE), FAILING_NOTES)).isInstanceOf(DevResult.InSync.class);
            assertThat(project.down(new DownOptions(1, null, true, plan -> true), Progress.NONE))
                    .isInstanceOf(DownResult.Undone.class);
            assertThat(ask(database, "SELECT name FROM User WHERE role = 'USER'"))
                    .isEqualTo("Ann");
            assertThat(ask(database, "SELECT B FROM _UserToZone WHERE A = 1")).isEqualTo("2");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void likelyRenamesAreAskedForAndWrongOnesAreRefused(DatabaseKind kind) throws Exception {
        try (TestDatabase database = TestDatabase.server(kind).fresh()) {
            String before = "model Aa {\n  id Int @id\n  b String?\n  c Int?\n}\n";
            String after = "model Bb {\n  id Int @id\n  /// what was b before\n  d String?\n  c Int?\n}\n";
            project(database, before).push(new PushOptions(false, false));
            database.execute("INSERT INTO " + quoted(kind, "Aa") + " VALUES (1, 'x', 2)");
            Migrate project = project(database, after);
            List<String> asked = new ArrayList<>();
            RenameChooser first = candidates -> {
                asked.add(candidates.stream().map(Rename::flag).toList().toString());
                return candidates.get(0);
            };

            assertThat(project.push(new PushOptions(false, false)).outcome())
                    .isEqualTo(PushResult.Outcome.NEEDS_ACCEPTANCE);
            for (String wrong : List.of("Aa=Cc", "Aa.c=d", "Bb.x=d", "Bb.b=c", "nonsense")) {
                RenameOptions options = new RenameOptions(List.of(wrong), RenameChooser.NOBODY);
                assertThatThrownBy(() -> project.push(new PushOptions(false, false, options)))
                        .isInstanceOf(MigrateException.class)
                        .hasMessageContaining("--rename " + wrong);
            }
            assertThat(project.push(new PushOptions(false, false, new RenameOptions(List.of(), first)))
                            .outcome())
                    .isEqualTo(PushResult.Outcome.PUSHED);
            assertThat(asked).containsExactly("[Aa=Bb]", "[Bb.b=d]");
            assertThat(ask(database, "SELECT d FROM Bb")).isEqualTo("x");

            Migrate hinted = project(
                    database,
                    after.replace("what was b before", "@renamedFrom(d)").replace("  d String?", "  e String?"));
            assertThat(hinted.push(new PushOptions(false, false)).outcome()).isEqualTo(PushResult.Outcome.PUSHED);
            assertThat(ask(database, "SELECT e FROM Bb")).isEqualTo("x");
            assertThat(hinted.push(new PushOptions(false, false)).outcome()).isEqualTo(PushResult.Outcome.IN_SYNC);
        }
    }

    private static void fill(TestDatabase database) throws SQLException {
        for (String sql : List.of(
                "INSERT INTO User (name) VALUES ('Ann')",
                "INSERT INTO Post (authorId) VALUES (1)",
                "INSERT INTO Zone (id) VALUES (1)",
                "INSERT INTO Zone (id) VALUES (2)",
                "INSERT INTO _UserToZone (A, B) VALUES (1, 2)")) {
            database.execute(inDialect(database.kind(), sql));
        }
    }

    private static String ask(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(inDialect(database.kind(), sql))) {
            return rows.next() ? rows.getString(1) : "nothing";
        }
    }

    private static String quoted(DatabaseKind kind, String name) {
        String quote = kind == DatabaseKind.MYSQL || kind == DatabaseKind.MARIADB ? "`" : "\"";
        return quote + name + quote;
    }

    /** Names are quoted as the database wants it: all words that are neither SQL's nor values. */
    private static String inDialect(DatabaseKind kind, String sql) {
        StringBuilder text = new StringBuilder();
        for (String word : sql.split("(?<=[\\s(),])|(?=[\\s(),])")) {
            boolean keyword = word.matches("INSERT|INTO|VALUES|SELECT|FROM|WHERE");
            text.append(word.matches("\\w*[A-Za-z_]\\w*") && !keyword ? quoted(kind, word) : word);
        }
        return text.toString();
    }
}
