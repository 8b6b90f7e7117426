// Generates the Java client without the command line, for builds other than Maven's (docs/maven.md) and our own tests.
package dev.prisma4j.generator;

import dev.prisma4j.generator.error.GenerateException;
import dev.prisma4j.generator.java.JavaNames;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.SchemaFiles;
import dev.prisma4j.schema.diagnostic.DiagnosticRenderer;
import dev.prisma4j.schema.source.SourceFile;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GenerateMain SOURCE_FOLDER PACKAGE SCHEMA..}: the client of a schema of one or several files or folders. */
public final class GenerateMain {
    private GenerateMain() {}

    /** Generates. What is wrong with the schema or the arguments is said on standard error; then the status is 1. */
    public static void main(String[] arguments) {
        int status = run(List.of(arguments), System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(List<String> arguments, PrintStream errors) {
        String problem;
        try {
            problem = generate(arguments);
        } catch (NoSuchFileException e) {
            problem = "cannot read " + e.getFile() + ": " + (e.getReason() == null ? "no such file" : e.getReason());
        } catch (IOException | UncheckedIOException e) {
            problem = e.toString();
        } catch (IllegalArgumentException | GenerateException e) {
            problem = e.getMessage();
        }
        if (problem == null) {
            return 0;
        }
        errors.println(problem.stripTrailing());
        return 1;
    }

    /** What was wrong, or null. */
    private static @Nullable String generate(List<String> arguments) throws IOException {
        if (arguments.size() < 3) {
            return "Usage: GenerateMain SOURCE_FOLDER PACKAGE SCHEMA..";
        }
        if (!JavaNames.isPackage(arguments.get(1))) {
            return "\"" + arguments.get(1) + "\" is not the name of a Java package.";
        }
        List<SourceFile> files = new ArrayList<>();
        for (String schema : arguments.subList(2, arguments.size())) {
            files.addAll(SchemaFiles.read(Path.of(schema)));
        }
        var compiled = SchemaCompiler.compile(files);
        var schema = compiled.schema();
        if (schema == null) {
            return DiagnosticRenderer.plain().render(compiled.errors());
        }
        var options = schema.generators().stream()
                .filter(block -> GeneratorOptions.isFor(block, System.getenv()))
                .findFirst()
                .map(block -> GeneratorOptions.of(block, System.getenv()))
                .orElseGet(GeneratorOptions::defaults);
        JavaClientGenerator.generate(schema, options.withPackage(arguments.get(1)), Path.of(arguments.get(0)));
        return null;
    }
}
