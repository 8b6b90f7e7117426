package dev.prisma4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands and configurations that the documentation shows; its Java is tested by the testkit. */
class GuideCommandsTest {
    private static final Path DOCS = Path.of("../docs");

    @TempDir
    Path folder;

    private static List<String> blocks(String language) throws IOException {
        List<String> blocks = new ArrayList<>();
        try (Stream<Path> files = Stream.concat(Files.list(DOCS), Files.list(DOCS.resolve("guide")))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".md")).toList()) {
                Matcher block =
                        Pattern.compile("(?ms)^```" + language + "$(.*?)^```$").matcher(Files.readString(file));
                while (block.find()) {
                    blocks.add(block.group(1));
                }
            }
        }
        return blocks;
    }

    @Test
    void everyCommandExistsWithTheOptionsThatAreShown() throws IOException {
        List<String> commands = blocks("sh").stream()
                .flatMap(String::lines)
                .map(line -> line.replaceAll("\\s+#.*|\\s>\\s.*", "").strip())
                .filter(line -> line.startsWith("prisma4j "))
                .distinct()
                .toList();
        assertThat(commands).hasSizeGreaterThan(10);
        for (String command : commands) {
            String[] words =
                    command.substring("prisma4j ".length()).replace("\"", "").split(" ");
            String[] arguments = Arrays.copyOf(words, words.length + 1);
            arguments[words.length] = "--help";
            CommandRun.Result result = new CommandRun(folder).run(arguments);
            assertThat(result.status()).as(command + "\n" + result.err()).isZero();
            assertThat(result.out()).as(command).contains("Usage: prisma4j " + words[0]);
        }
    }

    @Test
    void everyConfigurationIsUnderstood() throws IOException {
        List<String> configurations = blocks("toml");
        assertThat(configurations).isNotEmpty();
        for (String configuration : configurations) {
            CommandRun project = new CommandRun(folder)
                    .write("prisma.config.toml", configuration)
                    .write(
                            "prisma/schema.prisma",
                            "datasource db {\n  provider = \"postgresql\"\n}\nmodel A {\n  id Int @id\n}\n");
            CommandRun.Result result = project.run("validate");
            assertThat(result.status()).as(configuration + result.err()).isZero();
            assertThat(result.err()).as(configuration).isEmpty();
        }
    }
}
