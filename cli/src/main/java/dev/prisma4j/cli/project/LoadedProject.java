// A project whose schema has been read and found valid.
package dev.prisma4j.cli.project;

import dev.prisma4j.cli.failure.CommandFailure;
import dev.prisma4j.cli.failure.InvalidSource;
import dev.prisma4j.cli.terminal.Terminal;
import dev.prisma4j.schema.CompiledSchema;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.diagnostic.DiagnosticRenderer;
import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.model.Datasource;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.schema.source.SourceFile;
import dev.prisma4j.schema.syntax.ConfigBlock;
import dev.prisma4j.schema.syntax.Parser;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A project and its datamodel.
 *
 * @param project where everything is
 * @param sources the text of the schema
 * @param schema what it says
 */
public record LoadedProject(Project project, List<SourceFile> sources, Schema schema) {
    public LoadedProject {
        sources = List.copyOf(sources);
    }

    /**
     * Reads and compiles a project's schema; its warnings go to the terminal.
     *
     * @throws InvalidSource with everything that is wrong with it
     */
    public static LoadedProject load(Project project, Terminal terminal) {
        List<SourceFile> sources = project.schema().read();
        return new LoadedProject(
                project, sources, compile(sources, project.schema().displayName(), terminal));
    }

    /**
     * Reads a project's schema, of which only the datasource and the generators have to be right.
     *
     * @throws InvalidSource with everything that is wrong with those
     */
    public static LoadedProject loadConfiguration(Project project, Terminal terminal) {
        List<SourceFile> sources = project.schema().read();
        return new LoadedProject(
                project,
                sources,
                compile(configurationOf(sources), project.schema().displayName(), terminal));
    }

    /** The same files with nothing in them but the datasource and the generators. */
    public static List<SourceFile> configurationOf(List<SourceFile> sources) {
        return sources.stream()
                .map(file -> SourceFile.of(
                        file.name(),
                        Parser.parse(file, new Diagnostics()).items().stream()
                                .filter(ConfigBlock.class::isInstance)
                                .map(item -> item.span().text() + "\n")
                                .collect(Collectors.joining())))
                .toList();
    }

    /**
     * The schema's datasource.
     *
     * @throws CommandFailure if it has none (P1012)
     */
    public Datasource datasource() {
        return datasourceOf(schema);
    }

    /** The datasource of any schema, under the same condition. */
    public static Datasource datasourceOf(Schema schema) {
        return schema.datasource()
                .orElseThrow(() -> CommandFailure.coded(
                        "P1012",
                        "the schema has no datasource block, so the kind of database is not known",
                        "add: datasource db { provider = \"sqlite\" }"));
    }

    /**
     * Compiles a schema; its warnings go to the terminal.
     *
     * @param name what messages call the schema as a whole
     * @throws InvalidSource with everything that is wrong with it
     */
    public static Schema compile(List<SourceFile> sources, String name, Terminal terminal) {
        CompiledSchema compiled = SchemaCompiler.compile(sources);
        Schema schema = compiled.schema();
        if (schema == null) {
            throw new InvalidSource("The schema " + name + " is not valid", compiled.diagnostics());
        }
        if (!compiled.warnings().isEmpty()) {
            DiagnosticRenderer renderer =
                    terminal.style().colour() ? DiagnosticRenderer.coloured() : DiagnosticRenderer.plain();
            terminal.err().print(renderer.render(compiled.warnings()));
        }
        return schema;
    }
}
