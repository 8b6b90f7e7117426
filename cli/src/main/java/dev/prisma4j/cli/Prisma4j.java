// The command tree, and the one place where failures become text and numbers.
package dev.prisma4j.cli;

import dev.prisma4j.cli.command.CompletionCommand;
import dev.prisma4j.cli.command.DbExecuteCommand;
import dev.prisma4j.cli.command.DbPullCommand;
import dev.prisma4j.cli.command.DbPushCommand;
import dev.prisma4j.cli.command.DbSeedCommand;
import dev.prisma4j.cli.command.DmmfCommand;
import dev.prisma4j.cli.command.FormatCommand;
import dev.prisma4j.cli.command.GenerateCommand;
import dev.prisma4j.cli.command.InitCommand;
import dev.prisma4j.cli.command.MigrateDeployCommand;
import dev.prisma4j.cli.command.MigrateDevCommand;
import dev.prisma4j.cli.command.MigrateDiffCommand;
import dev.prisma4j.cli.command.MigrateDownCommand;
import dev.prisma4j.cli.command.MigrateResetCommand;
import dev.prisma4j.cli.command.MigrateResolveCommand;
import dev.prisma4j.cli.command.MigrateSquashCommand;
import dev.prisma4j.cli.command.MigrateStatusCommand;
import dev.prisma4j.cli.command.QuickstartCommand;
import dev.prisma4j.cli.command.RehearseCommand;
import dev.prisma4j.cli.command.ServeCommand;
import dev.prisma4j.cli.command.UnsupportedCommand;
import dev.prisma4j.cli.command.ValidateCommand;
import dev.prisma4j.cli.command.VersionCommand;
import dev.prisma4j.cli.failure.CommandFailure;
import dev.prisma4j.cli.failure.ExitStatus;
import dev.prisma4j.cli.process.CommandContext;
import dev.prisma4j.cli.process.Version;
import dev.prisma4j.cli.terminal.Terminal;
import dev.prisma4j.schema.diagnostic.Spelling;
import java.io.PrintWriter;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program: give it a context and arguments, get an exit status. */
public final class Prisma4j {
    private final CommandContext context;

    public Prisma4j(CommandContext context) {
        this.context = context;
    }

    @Command(
            name = "prisma4j",
            description = "The Prisma toolkit for Java.",
            versionProvider = BuildVersion.class,
            synopsisSubcommandLabel = "COMMAND")
    private static final class Root {
        @Option(
                names = {"-h", "--help"},
                usageHelp = true,
                scope = ScopeType.INHERIT,
                description = "Show this help.")
        private boolean help;

        @Option(
                names = {"-V", "-v", "--version"},
                versionHelp = true,
                description = "Print the version.")
        private boolean version;
    }

    @Command(name = "db", description = "Work on the database without migrations.")
    private static final class Db {}

    @Command(name = "migrate", description = "Make, apply and inspect migrations.")
    private static final class Migrate {}

    private static final class BuildVersion implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"prisma4j " + Version.current()};
        }
    }

    /** Runs one command to its end; never throws. */
    public int run(String... arguments) {
        Terminal terminal = context.terminal();
        try {
            return commandLine().execute(arguments);
        } catch (Throwable failure) {
            // Errors of the JVM, such as a full stack or heap, come past picocli's handler.
            return failures().report(failure);
        } finally {
            terminal.out().flush();
            terminal.err().flush();
        }
    }

    /** Runs the work of a build tool's plugin as if it were a command: failures are printed, and become the status. */
    public int run(Runnable work) {
        try {
            work.run();
            return ExitStatus.DONE;
        } catch (Throwable failure) {
            return failures().report(failure);
        }
    }

    private static int run(CommandContext other, String... arguments) {
        return new Prisma4j(other).run(arguments);
    }

    private CommandLine commandLine() {
        CommandLine root = new CommandLine(new Root())
                .addSubcommand(new InitCommand(context))
                .addSubcommand(new ValidateCommand(context))
                .addSubcommand(new FormatCommand(context))
                .addSubcommand(new DmmfCommand(context))
                .addSubcommand(new GenerateCommand(context, Prisma4j::run))
                .addSubcommand(database())
                .addSubcommand(migrate())
                .addSubcommand(new ServeCommand(context))
                .addSubcommand("studio", new UnsupportedCommand("use any database browser meanwhile"))
                .addSubcommand(new QuickstartCommand(context, Prisma4j::run))
                .addSubcommand(new CompletionCommand(context))
                .addSubcommand(new RehearseCommand(Prisma4j::run))
                .addSubcommand(new VersionCommand(context));
        Terminal terminal = context.terminal();
        return root.setOut(new PrintWriter(terminal.out(), true))
                .setErr(new PrintWriter(terminal.err(), true))
                .setColorScheme(
                        CommandLine.Help.defaultColorScheme(terminal.style().colour() ? Ansi.ON : Ansi.OFF))
                .setParameterExceptionHandler((exception, args) -> usageFailure(exception))
                .setExecutionExceptionHandler(
                        (exception, commandLine, result) -> failures().report(exception))
                .setExecutionStrategy(this::execute);
    }

    private CommandLine database() {
        return new CommandLine(new Db())
                .addSubcommand(new DbPushCommand(context))
                .addSubcommand(new DbPullCommand(context))
                .addSubcommand(new DbExecuteCommand(context))
                .addSubcommand(new DbSeedCommand(context));
    }

    private CommandLine migrate() {
        return new CommandLine(new Migrate())
                .addSubcommand(new MigrateDevCommand(context))
                .addSubcommand(new MigrateDeployCommand(context))
                .addSubcommand(new MigrateDownCommand(context))
                .addSubcommand(new MigrateSquashCommand(context))
                .addSubcommand(new MigrateResetCommand(context))
                .addSubcommand(new MigrateStatusCommand(context))
                .addSubcommand(new MigrateResolveCommand(context))
                .addSubcommand(new MigrateDiffCommand(context));
    }

    // A command that only groups others prints its help when called alone, and that is a mistake of the caller's.
    private int execute(CommandLine.ParseResult result) {
        CommandLine.ParseResult last = result;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        CommandSpec spec = last.commandSpec();
        boolean group = !spec.subcommands().isEmpty() && !last.isUsageHelpRequested() && !last.isVersionHelpRequested();
        if (group) {
            spec.commandLine().usage(context.terminal().err());
            return ExitStatus.FAILED;
        }
        return new CommandLine.RunLast().execute(result);
    }

    private int usageFailure(ParameterException exception) {
        CommandLine command = exception.getCommandLine();
        String name = command.getCommandSpec().qualifiedName(" ");
        String advice = "see \"" + name + " --help\"";
        if (exception instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String word = unmatched.getUnmatched().get(0);
            boolean option = word.startsWith("-");
            boolean hasCommands = !command.getSubcommands().isEmpty();
            String what = option ? "option" : hasCommands ? "command" : "argument";
            Set<String> candidates = option
                    ? command.getCommandSpec().optionsMap().keySet()
                    : command.getSubcommands().keySet();
            String near = Spelling.closest(word, candidates);
            if (near != null) {
                advice = "did you mean \"" + (option ? near : name + " " + near) + "\"? Otherwise " + advice;
            }
            return failures()
                    .report(CommandFailure.of("\"" + name + "\" has no " + what + " \"" + masked(word) + "\"", advice));
        }
        return failures().report(CommandFailure.of(masked(String.valueOf(exception.getMessage())), advice));
    }

    /** Addresses of databases hold passwords. */
    private static String masked(String text) {
        return text.replaceAll("(\\b\\w+://)[^\\s'\"]*", "$1...");
    }

    private FailureReport failures() {
        return new FailureReport(context);
    }
}
