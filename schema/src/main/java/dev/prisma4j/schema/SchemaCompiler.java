package dev.prisma4j.schema;

import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.schema.source.SourceFile;
import dev.prisma4j.schema.syntax.Parser;
import dev.prisma4j.schema.syntax.SyntaxTree;
import dev.prisma4j.schema.validate.Validator;
import dev.prisma4j.schema.validate.config.LanguageLevel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Schema files to the datamodel, in one call:
 *
 * <pre>{@code
 * Schema schema = SchemaCompiler.compile(Path.of("prisma/schema.prisma")).orThrow();
 * }</pre>
 *
 * <p>Never throws because of what a schema says; errors are part of the result. Thread-safe.
 */
public final class SchemaCompiler {
    private SchemaCompiler() {}

    /** {@return the datamodel or the errors of these files, which together are one schema for Prisma 5 to 7} */
    public static CompiledSchema compile(List<SourceFile> files) {
        return compile(files, LanguageLevel.PRISMA_5_TO_7);
    }

    /**
     * {@return the datamodel or the errors of these files, which together are one schema}
     *
     * @param files in the order in which models are numbered
     * @param level the versions of Prisma that the schema may be written for
     */
    public static CompiledSchema compile(List<SourceFile> files, LanguageLevel level) {
        return compile(files, level, new Diagnostics());
    }

    private static CompiledSchema compile(List<SourceFile> files, LanguageLevel level, Diagnostics diagnostics) {
        List<SyntaxTree> trees = new ArrayList<>(files.size());
        for (SourceFile file : files) {
            trees.add(Parser.parse(file, diagnostics));
        }
        Schema schema = Validator.validate(trees, level, diagnostics);
        return new CompiledSchema(schema, diagnostics.all());
    }

    /**
     * {@return the datamodel or the errors of a schema file, or of all schema files below a folder}
     *
     * @throws IOException if a file cannot be read or there is none
     */
    public static CompiledSchema compile(Path fileOrFolder) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        return compile(SchemaFiles.load(fileOrFolder, diagnostics), LanguageLevel.PRISMA_5_TO_7, diagnostics);
    }
}
