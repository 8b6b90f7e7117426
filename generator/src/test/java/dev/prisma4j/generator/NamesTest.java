package dev.prisma4j.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prisma4j.generator.error.GenerateException;
import dev.prisma4j.generator.typedsql.SqlQuery;
import dev.prisma4j.generator.typedsql.SqlType;
import dev.prisma4j.schema.model.Schema;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that mean something to Java already. */
class NamesTest {
    @TempDir
    Path folder;

    private static final String AWKWARD = """
            enum Kind {
              default
              class
              Plain
            }

            model Integer_ {
              id Int @id
              name String
            }

            model Integer {
              id Int @id @default(autoincrement())
              class String
              hashCode Int
              getClass String?
              wait Boolean
              toString String
              notify DateTime?
              count Int
              asMap String
              isNull String
              value Int
              type String
              path String
              other Int
              that Int
              row String
              wide_name Int
              kind Kind @default(default)
              kinds Kind[]
              data Bytes
              Values Int?
              dev Int?
              list List?  @relation(fields: [listId], references: [id])
              listId Int?
              records Record[]
            }

            model List {
              id Int @id
              int Int
              strings String[]
              owners Integer[]
            }

            model Record {
              id Int @id
              select Int
              integer Integer @relation(fields: [integerId], references: [id])
              integerId Int
              with RecordWith?
            }

            model RecordWith {
              id Int @id
              record Record @relation(fields: [recordId], references: [id])
              recordId Int @unique
            }

            model Select {
              id Int @id
              from String
              order Order?
            }

            model Order {
              id Int @id
              select Select @relation(fields: [selectId], references: [id])
              selectId Int @unique
            }

            model Condition {
              id Int @id
            }

            model PrismaModels {
              id Int @id
            }

            model record {
              id Int @id
            }

            model Class {
              id Int @id
              a Int
              b String
              @@unique([a, b], name: "default")
            }
            """;

    @Test
    void words_of_java_and_names_of_its_library_are_no_obstacle() {
        GeneratedClient client = GeneratedClient.of(AWKWARD, "awkward", folder.resolve("classes"));
        assertThat(client.sources())
                .containsKeys(
                        "awkward/Integer_.java",
                        "awkward/Integer__.java",
                        "awkward/List_.java",
                        "awkward/Select_.java",
                        "awkward/Order.java",
                        "awkward/PrismaModels_.java",
                        "awkward/RecordWith.java",
                        "awkward/Record_With.java");
        assertThat(client.sources().get("awkward/Integer__.java"))
                .contains("@JsonProperty(\"class\") String class_", "int count", "int wide_name");
        assertThat(client.sources().get("awkward/Integer__Fields.java")).contains(" count_()", " isNull_()");
    }

    @Test
    void they_can_be_used_under_their_new_names() {
        GeneratedClient client = GeneratedClient.of(AWKWARD, "awkward", folder.resolve("classes"));
        Map<String, String> program = new LinkedHashMap<>();
        program.put("app.Use", """
                package app;
                import awkward.*;
                class Use {
                    static int use(awkward.PrismaClient prisma) {
                        var made = prisma.integer().create(s -> s.class_("x").hashCode_(1).wait_(true).toString_("x").count(1)
                            .asMap("a").isNull("b").value(1).type("t").path("p").other(1).that(2).row("r").wide_name(3)
                            .data(new byte[0]).kind(Kind.default_));
                        prisma.class_().findUnique(c -> c.default_(1, "b"));
                        prisma.record().create(r -> r.select(1).id(2).integerId(3));
                        return made.count() + prisma.integer().findMany(q -> q.select(s -> s.count_().class_())).get(0).count_();
                    }
                }
                """);
        assertThat(JavaCompilers.JAVAC.compile(program, folder.resolve("use"), client.classes()))
                .isEmpty();
    }

    /** Names of the methods of clients and of what generated classes have inside, and some that half the world uses. */
    private static final List<String> CLIENT_WORDS = List.of(
            "Session", "Runner", "WithDeleted", "Transaction", "Self", "Start", "One", "M", "Values", "dev", "java");

    private static final String CLOSE = """
            enum TStatus {
              A
              B
            }

            enum value {
              row
            }

            model Hub {
              id     Int     @id
              status TStatus
              value  value
              RELATIONS
            }

            model Blob {
              Key    String  @id
              Values Int
              data   Bytes
              BlobModel Int @unique
              dev    Int?
            }
            """;

    @Test
    void words_of_the_client_itself_are_free_for_models() {
        StringBuilder models = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        for (String word : CLIENT_WORDS) {
            models.append("model ").append(word).append(" {\n  id Int @id\n  hubId Int @unique\n");
            models.append("  hub Hub @relation(fields: [hubId], references: [id])\n}\n");
            relations.append("  r").append(word).append(' ').append(word).append("?\n");
        }
        String schema = CLOSE.replace("  RELATIONS\n", relations.toString()) + models;
        GeneratedClient client = GeneratedClient.of(schema, "words", folder.resolve("classes"));
        Map<String, String> program = Map.of("app.Use", """
                package app;
                import words.*;
                class Use {
                    static Session use(PrismaClient prisma) {
                        prisma.hub().create(u -> u.id(1).status(TStatus.A).value(value_.row));
                        prisma.blob().findUnique(b -> b.Key("k"));
                        prisma.async().session().findMany();
                        prisma.async().runner().findMany();
                        prisma.withDeleted().withDeleted_().findMany();
                        prisma.transaction(tx -> tx.transaction().findMany());
                        M_ one = prisma.m().findFirstOrThrow();
                        return prisma.session().findMany(q -> q.where(s -> s.hub().rStart().id().eq(1))).get(one.id());
                    }
                }
                """);
        assertThat(JavaCompilers.JAVAC.compile(program, folder.resolve("use"), client.classes()))
                .isEmpty();
    }

    @Test
    void eclipse_has_nothing_to_say_either() {
        GeneratedClient.of(TestSchema.of(AWKWARD), "awkward", folder.resolve("classes"), JavaCompilers.ECLIPSE);
    }

    @Test
    void a_model_with_more_numbers_than_a_constructor_takes_has_them_as_objects() {
        StringBuilder schema = new StringBuilder("model Wide {\n  id Int @id\n");
        for (int i = 0; i < 130; i++) {
            schema.append("  column").append(i).append(" BigInt\n");
        }
        GeneratedClient client = GeneratedClient.of(schema + "}\n", "wide", folder.resolve("classes"));
        assertThat(client.sources().get("wide/Wide.java")).contains(" Long column129)");
        for (int i = 130; i < 260; i++) {
            schema.append("  column").append(i).append(" String?\n");
        }
        Schema wider = TestSchema.of(schema + "}\n");
        assertThatThrownBy(() -> JavaClientGenerator.generate(wider, new GeneratorOptions(null, "wide")))
                .isInstanceOf(GenerateException.class)
                .hasMessage(
                        "The model Wide has 261 fields, and a Java record cannot have more than 254. Name those that"
                                + " are seldom read in the generator's omit = [\"Wide.field\"]: they can still be selected.");
    }

    @Test
    void parameters_of_sql_files_may_be_called_like_what_generated_code_uses() {
        List<SqlQuery.Parameter> parameters = Stream.of("row", "row_", "prisma", "Sql")
                .map(name -> new SqlQuery.Parameter(name, SqlType.INT, false, false, null))
                .toList();
        SqlQuery query = new SqlQuery(
                "odd",
                "odd.sql",
                null,
                List.of("SELECT a FROM t WHERE b IN (", ", ", ", ", ", ", ")"),
                List.of(0, 1, 2, 3),
                parameters,
                List.of(new SqlQuery.Column("row", SqlType.INT, false, false)));
        var sources = JavaClientGenerator.generate(
                TestSchema.of("model A {\n  id Int @id\n}\n"), new GeneratorOptions(null, "odd"), List.of(query));
        assertThat(JavaCompilers.JAVAC.compile(GeneratedClient.byClass(sources), folder.resolve("classes")))
                .isEmpty();
    }

    @Test
    void a_model_with_very_many_fields_still_selects_and_refuses_at_run_time_what_was_not_selected() {
        StringBuilder schema = new StringBuilder("model Wide {\n  id Int @id\n");
        for (int i = 0; i < 150; i++) {
            schema.append("  column").append(i).append(i % 2 == 0 ? " String?\n" : " Int\n");
        }
        schema.append("  parent Wide? @relation(\"Tree\", fields: [column1], references: [id])\n");
        schema.append("  children Wide[] @relation(\"Tree\")\n}\n");
        GeneratedClient client = GeneratedClient.of(schema.toString(), "wide", folder.resolve("classes"));
        assertThat(client.sources().get("wide/WidePick.java"))
                .contains("public final class WidePick<TParent extends @Nullable Object, TChildren, TCounts>")
                .contains("return selected(150);");
        Map<String, String> program = Map.of("app.Use", """
                package app;
                class Use {
                    static int use(wide.PrismaClient prisma) {
                        var some = prisma.wide().findMany(q -> q.select(s -> s.id().column3().children(c -> c.select(x -> x.id()))));
                        return some.get(0).column3() + some.get(0).children().get(0).id();
                    }
                }
                """);
        assertThat(JavaCompilers.JAVAC.compile(program, folder.resolve("use"), client.classes()))
                .isEmpty();
    }
}
