// Generates the Java client without the command line, for builds other than Maven's (docs/maven.md) and our own tests.
package dev.prisma4j.generator;

import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code GenerateMain SOURCE_FOLDER PACKAGE FILE.prisma..}: the client of a schema of one or several files. */
public final class GenerateMain {
    private GenerateMain() {}

    /**
     * Generates.
     *
     * @throws dev.prisma4j.generator.error.GenerateException if the schema has something that no client can be generated for
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 3) {
            throw new IllegalArgumentException("Usage: GenerateMain SOURCE_FOLDER PACKAGE FILE.prisma..");
        }
        List<SourceFile> files = new ArrayList<>();
        for (String file : List.of(arguments).subList(2, arguments.length)) {
            files.add(SourceFile.of(file, Files.readString(Path.of(file))));
        }
        var schema = SchemaCompiler.compile(files).orThrow();
        var options = schema.generators().stream()
                .filter(block -> GeneratorOptions.isFor(block, System.getenv()))
                .findFirst()
                .map(block -> GeneratorOptions.of(block, System.getenv()))
                .orElseGet(GeneratorOptions::defaults);
        JavaClientGenerator.generate(schema, options.withPackage(arguments[1]), Path.of(arguments[0]));
    }
}
