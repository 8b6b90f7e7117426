package dev.prisma4j.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prisma4j.generator.JavaCompilers.Finding;
import dev.prisma4j.generator.error.GenerateException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The options omit, methods and computed of the generator block. */
class AdditionsTest {
    private static final String SCHEMA = """
            generator client {
              provider = "prisma4j"
              package  = "app.db"
              %s
            }

            model User {
              id       Int    @id
              password String
              posts    Post[]
            }

            model Post {
              id       Int    @id
              author   User   @relation(fields: [authorId], references: [id])
              authorId Int
            }
            """;

    @TempDir
    Path folder;

    private Map<String, String> generate(String options) {
        var schema = TestSchema.of(SCHEMA.formatted(options));
        return GeneratedClient.byClass(JavaClientGenerator.generate(
                schema, GeneratorOptions.of(schema.generators().get(0), Map.of())));
    }

    private List<Finding> compiled(String options, String code) {
        Map<String, String> sources = generate(options);
        sources.put(
                "app.Use",
                "package app; import app.db.*; class Use { void use(PrismaClient prisma) {\n" + code + "\n} }");
        return JavaCompilers.JAVAC.compile(sources, folder);
    }

    @Test
    void an_omitted_field_cannot_be_read_from_results_that_have_it_not() {
        String omit = "omit = [\"User.password\"]";
        assertThat(compiled(omit, """
                        prisma.user().create(u -> u.id(1).password("x"));
                        String selected = prisma.user().findFirstOrThrow(q -> q.select(s -> s.password())).password();
                        String all = prisma.user().findFirstOrThrow(q -> q.select(s -> s.scalars().posts())).password();
                        """)).isEmpty();
        for (String wrong : List.of(
                "prisma.user().findFirstOrThrow().password();",
                "prisma.user().findFirstOrThrow(q -> q.include(i -> i.posts())).password();",
                "prisma.user().findMany(q -> q.omit(o -> o.password()));",
                "prisma.user().findFirstOrThrow(q -> q.omit(o -> o.id())).password().length();")) {
            assertThat(compiled(omit, wrong)).as(wrong).anyMatch(Finding::error);
        }
    }

    @Test
    void what_there_is_not_is_refused_with_what_was_meant() {
        assertThatThrownBy(() -> generate("omit = [\"User.pasword\"]"))
                .isInstanceOf(GenerateException.class)
                .hasMessage("The option omit has \"User.pasword\": User has no such field: did you mean password?");
        assertThatThrownBy(() -> generate("omit = [\"Usr.password\"]"))
                .hasMessageContaining("a model Usr, which there is not: did you mean User?");
        assertThatThrownBy(() -> generate("omit = \"password\"")).hasMessageContaining("it names fields");
        assertThatThrownBy(() -> generate("omit = [\"User.id\", \"User.password\"]"))
                .hasMessageContaining("no field that a client could read");
        assertThatThrownBy(() -> generate("methods = [\"User:Methods\"]")).hasMessageContaining("full name");
        assertThatThrownBy(() -> generate("computed = [\"app.Names\"]")).hasMessageContaining("names a model");
    }
}
