// prisma4j db pull
package dev.prisma4j.cli.command;

import dev.prisma4j.cli.config.Template;
import dev.prisma4j.cli.failure.CommandFailure;
import dev.prisma4j.cli.failure.ExitStatus;
import dev.prisma4j.cli.process.CommandContext;
import dev.prisma4j.cli.project.LoadedProject;
import dev.prisma4j.cli.project.Project;
import dev.prisma4j.cli.source.SourceReader;
import dev.prisma4j.cli.source.SourceWriter;
import dev.prisma4j.cli.terminal.Terminal;
import dev.prisma4j.migrate.introspect.Introspection;
import dev.prisma4j.migrate.table.ObjectName;
import dev.prisma4j.schema.source.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the schema as the database is. */
@Command(
        name = "pull",
        description = "Make the schema as the database is, keeping names, comments and order where they fit.")
public final class DbPullCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Option(names = "--print", description = "Print the schema instead of writing it to the files.")
    private boolean print;

    @Option(names = "--force", description = "Ignore what the existing models say, also where that is not valid.")
    private boolean force;

    @Option(
            names = "--schemas",
            paramLabel = "NAME",
            split = ",",
            description = "The database schemas to look at, in place of those that the datasource block names.")
    private List<String> schemas = new ArrayList<>();

    @Option(
            names = "--composite-type-depth",
            paramLabel = "N",
            description = "For MongoDB, which cannot be introspected yet.")
    private @Nullable Integer depth;

    public DbPullCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (depth != null) {
            throw CommandFailure.notSupported(
                    "--composite-type-depth", "it is about MongoDB, whose databases cannot be introspected yet");
        }
        // What --force does not look at need not be right either.
        LoadedProject loaded = force
                ? LoadedProject.loadConfiguration(database.find(context), context.terminal())
                : database.load(context);
        List<SourceFile> before = loaded.sources();
        MigrationProject project = MigrationProject.of(withSchemas(loaded), database.url(), context.terminal());
        Introspection found = project.migrate().pull(project.loaded().sources(), force);
        if (print) {
            print(found.files());
        } else {
            write(before, found.files());
            writeViews(project.loaded().project(), found.views());
            context.terminal()
                    .say("Introspected " + (found.models() == 1 ? "1 model" : found.models() + " models") + " into "
                            + context.terminal()
                                    .style()
                                    .name(project.loaded().project().schema().displayName()));
        }
        found.warnings().forEach(context.terminal()::warn);
        return ExitStatus.DONE;
    }

    /** The project with the database schemas of the command line written into its datasource block. */
    private LoadedProject withSchemas(LoadedProject loaded) {
        if (schemas.isEmpty()) {
            return loaded;
        }
        List<SourceFile> sources = NamedSchemas.in(loaded.sources(), schemas);
        String name = loaded.project().schema().displayName();
        return new LoadedProject(
                loaded.project(),
                sources,
                LoadedProject.compile(
                        force ? LoadedProject.configurationOf(sources) : sources, name, context.terminal()));
    }

    private void print(List<SourceFile> files) {
        Terminal terminal = context.terminal();
        for (SourceFile file : files) {
            if (files.size() > 1) {
                terminal.say("// " + file.name());
            }
            terminal.out().print(file.text());
        }
        terminal.out().flush();
    }

    private void write(List<SourceFile> before, List<SourceFile> after) {
        after.stream().filter(file -> !before.contains(file)).forEach(file -> write(file.name(), file.text()));
        // A file all of whose models are gone stays, so that nobody's folder loses a file, but says nothing any more.
        List<String> kept = after.stream().map(SourceFile::name).toList();
        before.stream()
                .filter(file -> !kept.contains(file.name()) && !file.text().isEmpty())
                .forEach(file -> write(file.name(), ""));
    }

    private void writeViews(Project project, Map<ObjectName, String> views) {
        Template configured = project.config().viewsPath();
        if (configured == null) {
            return;
        }
        Path folder = project.config().folder().resolve(configured.resolve(project.environment(), "views.path"));
        views.forEach((view, query) -> {
            Path parent = view.namespace() == null ? folder : folder.resolve(inFileName(view.namespace()));
            write(parent.resolve(inFileName(view.name()) + ".sql").toString(), query);
        });
    }

    /** What a database may call a view can be a way out of the folder. */
    private static String inFileName(String name) {
        return name.replaceAll("[/\\\\:\u0000]", "_").replaceAll("^\\.", "_");
    }

    private void write(String name, String text) {
        Path file = context.workingFolder().resolve(name);
        try {
            SourceWriter.write(file, text);
        } catch (IOException e) {
            throw CommandFailure.of("cannot write " + name + ": " + SourceReader.reason(e))
                    .causedBy(e);
        }
    }
}
