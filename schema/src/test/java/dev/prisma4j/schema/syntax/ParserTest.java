package dev.prisma4j.schema.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.prisma4j.schema.diagnostic.Diagnostic;
import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParserTest {

    private final Diagnostics diagnostics = new Diagnostics();

    @Test
    void readsTheFieldsOfAModel() {
        ModelBlock model = model("  id Int @id\n  tags String[]\n  geo Unsupported(\"circle\")?\n");
        assertThat(model.fields())
                .extracting(
                        field -> field.name().text(),
                        field -> field.type().span().text(),
                        FieldDeclaration::arity)
                .containsExactly(
                        tuple("id", "Int", FieldArity.REQUIRED),
                        tuple("tags", "String", FieldArity.LIST),
                        tuple("geo", "Unsupported(\"circle\")", FieldArity.OPTIONAL));
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void aFieldExtendsOverItsLineBreak() {
        assertThat(model("  id Int @id // x\n").fields().get(0).span().text()).isEqualTo("id Int @id // x\n");
    }

    @Test
    void anAttributeWithoutArgumentsExtendsOverTheBlanksBehindIt() {
        List<Attribute> attributes =
                model("  id Int @id  @map(\"x\")  @unique\n").fields().get(0).attributes();
        assertThat(attributes)
                .extracting(attribute -> attribute.span().text())
                .containsExactly("@id  ", "@map(\"x\")", "@unique");
    }

    @Test
    void readsEveryKindOfValue() {
        Attribute attribute = model("  a Int @x(\"s\\n\", -1.5, a.b, [1, 2], f(n: 1), { k: null }, e: )\n")
                .fields()
                .get(0)
                .attributes()
                .get(0);
        assertThat(attribute.argumentsOrNone())
                .extracting(argument -> argument.value() == null
                        ? "none"
                        : argument.value().getClass().getSimpleName())
                .containsExactly(
                        "StringLiteral",
                        "NumberLiteral",
                        "Constant",
                        "ArrayLiteral",
                        "FunctionCall",
                        "ObjectLiteral",
                        "none");
        assertThat(attribute.argumentsOrNone().get(0).value())
                .isInstanceOfSatisfying(
                        Expression.StringLiteral.class,
                        text -> assertThat(text.value()).isEqualTo("s\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id: Int           | : | There is no colon between the name of a field and its type.",
                "id Int!           | Int! | A field is required unless it has a `?`; there is no `!`.",
                "id [Int]          | [Int] | The brackets of a list follow its type.",
                "id Int[]?         | Int[]? | A list cannot be optional; it can be empty.",
                "1d Int            | 1d | `1d`: the name of a field must not begin with a digit.",
                "a-b Int           | a-b | `a-b`: the name of a field must not contain a hyphen.",
                "a Int @x(\"\\y\") | \\y | `\\y` is not an escape sequence.",
            })
    void namesTheFaultOfAField(String line, String place, String message) {
        model(line + "\n");
        assertThat(diagnostics.errors()).singleElement().satisfies(error -> {
            assertThat(error.span().text()).isEqualTo(place);
            assertThat(error.message()).isEqualTo(message);
        });
    }

    @Test
    void saysWhereALineStopsMakingSense() {
        model("  name String @default(\"a\" \"b\")\n");
        assertThat(diagnostics.errors())
                .extracting(Diagnostic::message)
                .containsExactly("This line is neither a field nor an attribute of a model; it is not understood from"
                        + " `\"b\")` on.");
    }

    @Test
    void goesOnBehindEveryError() {
        SyntaxTree tree = parse("junk\nmodel A {\n  ?\n  id Int @id\n}\nmodle {\n}\nenum E {\n  A B\n  C\n}\n");
        assertThat(diagnostics.errors())
                .extracting(error -> error.span().line())
                .containsExactly(1, 3, 6, 9);
        assertThat(tree.models().findFirst().orElseThrow().fields()).hasSize(1);
        assertThat(tree.enums().findFirst().orElseThrow().members()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "modle A {\\n}\\n     | Did you mean `model`?",
                "model A {\\n  id Int | The block `A` is never closed: no later line begins with `}`.",
                "model A { }          | Every line of a block, its closing brace too, stands on a line of its own.",
                "model A B {\\n}\\n   | Between `model` and the brace stands one name, of letters, digits and underscores, that begins with a letter.",
                "table A {\\n}\\n     | A block begins with one of the words `model`, `enum`, `type`, `view`, `datasource`, `generator`.",
            })
    void guessesWhatABrokenBlockWasMeantToBe(String text, String help) {
        parse(text.replace("\\n", "\n"));
        assertThat(diagnostics.errors().get(0).help()).isEqualTo(help);
    }

    @Test
    void documentationBelongsToWhatFollowsOrPrecedesItOnTheLine() {
        SyntaxTree tree = parse("""
                /// detached

                /// one
                // not this
                /* two */
                model A {
                  /// three

                  id Int @id /// four
                  @@map("a")
                }
                """);
        ModelBlock model = tree.models().findFirst().orElseThrow();
        assertThat(model.documentation()).isEqualTo("one\ntwo");
        assertThat(model.fields().get(0).documentation()).isEqualTo("three\nfour");
    }

    @Test
    void keepsPropertiesWithoutAValue() {
        ConfigBlock config = parse("generator g {\n  provider =\n  output = \"x\" // y\n}\n")
                .configs()
                .findFirst()
                .orElseThrow();
        assertThat(config.properties()).extracting(Property::value).first().isNull();
        assertThat(config.properties().get(1).span().text()).isEqualTo("output = \"x\" // y");
    }

    private ModelBlock model(String lines) {
        return parse("model A {\n" + lines + "}\n").models().findFirst().orElseThrow();
    }

    private SyntaxTree parse(String text) {
        return Parser.parse(SourceFile.of("schema.prisma", text), diagnostics);
    }
}
