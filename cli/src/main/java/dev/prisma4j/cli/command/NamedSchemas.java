// Writes the database schemas that the command line names into the datasource block.
package dev.prisma4j.cli.command;

import dev.prisma4j.cli.failure.CommandFailure;
import dev.prisma4j.schema.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Changes {@code schemas = [...]}, or adds it. */
final class NamedSchemas {
    private static final Pattern BLOCK =
            Pattern.compile("(?m)^\\s*datasource\\s+\\w+\\s*\\{[^\\n]*\\n(?:(?!^\\s*})[^\\n]*\\n)*");
    private static final Pattern LIST = Pattern.compile("(?ms)^\\s*schemas\\s*=\\s*\\[[^\\]]*\\][^\\n]*\\n");

    private NamedSchemas() {}

    static List<SourceFile> in(List<SourceFile> sources, List<String> names) {
        String line = "  schemas = "
                + names.stream()
                        .map(name -> "\"" + name.strip().replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                        .collect(Collectors.joining(", ", "[", "]\n"));
        List<SourceFile> result = new ArrayList<>();
        boolean found = false;
        for (SourceFile source : sources) {
            Matcher block = BLOCK.matcher(source.text());
            if (!block.find()) {
                result.add(source);
                continue;
            }
            found = true;
            String text = LIST.matcher(block.group()).replaceAll("") + line;
            result.add(SourceFile.of(
                    source.name(),
                    source.text().substring(0, block.start())
                            + text
                            + source.text().substring(block.end())));
        }
        if (!found) {
            throw CommandFailure.of("the schema has no datasource block to say the database schemas in");
        }
        return result;
    }
}
