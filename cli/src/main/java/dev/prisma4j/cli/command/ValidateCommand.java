// prisma4j validate
package dev.prisma4j.cli.command;

import dev.prisma4j.cli.failure.ExitStatus;
import dev.prisma4j.cli.failure.InvalidSource;
import dev.prisma4j.cli.process.CommandContext;
import dev.prisma4j.cli.project.SchemaLocation;
import dev.prisma4j.schema.CompiledSchema;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.ValidationReport;
import dev.prisma4j.schema.diagnostic.DiagnosticRenderer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says whether the schema is valid, and if not, everything that is wrong with it. */
@Command(name = "validate", description = "Check the schema and show every error and warning.")
public final class ValidateCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private ProjectOptions project = new ProjectOptions();

    @Option(names = "--json", description = "Print the findings as JSON, for tools.")
    private boolean json;

    public ValidateCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        SchemaLocation location = project.find(context).schema();
        CompiledSchema compiled = SchemaCompiler.compile(location.read());
        if (json) {
            context.terminal().say(ValidationReport.json(compiled));
            return compiled.isValid() ? ExitStatus.DONE : ExitStatus.FAILED;
        }
        if (!compiled.isValid()) {
            throw new InvalidSource("The schema " + location.displayName() + " is not valid", compiled.diagnostics());
        }
        if (!compiled.warnings().isEmpty()) {
            DiagnosticRenderer renderer =
                    context.terminal().style().colour() ? DiagnosticRenderer.coloured() : DiagnosticRenderer.plain();
            context.terminal().err().println(renderer.render(compiled.warnings()));
        }
        context.terminal().say("The schema at " + location.displayName() + " is valid.");
        return ExitStatus.DONE;
    }
}
