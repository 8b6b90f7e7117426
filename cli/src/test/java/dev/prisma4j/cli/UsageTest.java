package dev.prisma4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "fromat, '\"prisma4j\" has no command \"fromat\"', 'did you mean \"prisma4j format\"?'",
        "--vresion, '\"prisma4j\" has no option \"--vresion\"', 'did you mean \"--version\"?'",
        "format --chekc, '\"prisma4j format\" has no option \"--chekc\"', 'did you mean \"--check\"?'",
        "format extra, '\"prisma4j format\" has no argument \"extra\"', 'see \"prisma4j format --help\"'",
        "format --schema, 'Missing required parameter', 'see \"prisma4j format --help\"'",
    })
    void aWrongWordIsAnErrorWithASuggestion(String line, String message, String advice) {
        CommandRun.Result result = run(line.split(" "));
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("error: ").contains(message).contains(advice);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "db", "migrate"})
    void aGroupAloneShowsItsCommandsAndFails(String line) {
        CommandRun.Result result = line.isEmpty() ? run() : run(line);
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("Usage: prisma4j").contains("Commands:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "format --help", "init -h", "version --help", "migrate --help"})
    void helpIsAResultNotAFailure(String line) {
        CommandRun.Result result = run(line.split(" "));
        assertThat(result.status()).isZero();
        assertThat(result.out()).contains("Usage: prisma4j");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void versionsAreForPeopleAndForPrograms() {
        assertThat(run("--version").out()).matches("prisma4j \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R");
        assertThat(run("version").out()).contains("prisma4j ").contains("java ");
        assertThat(run("version", "--json").out()).startsWith("{").contains("\"prisma4j\"");
    }

    @Test
    void whatIsNotSupportedSaysSo() {
        CommandRun.Result result = run("studio", "--port", "5555");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).startsWith("error: \"prisma4j studio\" is not supported yet");
    }

    @Test
    void completionIsAScript() {
        assertThat(run("completion").out())
                .contains("function _complete_prisma4j")
                .contains("format");
    }

    @Test
    void coloursAreOnlyForTerminals() {
        assertThat(run("nope").err()).doesNotContain("\u001b");
        assertThat(new CommandRun(folder).colour().run("nope").err()).contains("\u001b[1;31merror");
    }

    private CommandRun.Result run(String... arguments) {
        return new CommandRun(folder).run(arguments);
    }

    @Test
    void anAddressInTheWrongPlaceIsNotRepeatedWithItsPassword() {
        CommandRun.Result result = new CommandRun(folder).run("validate", "postgresql://me:s3cret@host/db");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.all()).contains("postgresql://...").doesNotContain("s3cret");
    }
}
