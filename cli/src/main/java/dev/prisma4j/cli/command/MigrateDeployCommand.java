// prisma4j migrate deploy
package dev.prisma4j.cli.command;

import dev.prisma4j.cli.failure.ExitStatus;
import dev.prisma4j.cli.process.CommandContext;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Applies pending migrations, and nothing else: for production. */
@Command(name = "deploy", description = "Apply pending migrations: for production and test databases.")
public final class MigrateDeployCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    public MigrateDeployCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<String> applied;
        try (MigrationProgress progress = new MigrationProgress(context.terminal())) {
            applied = database.migrations(context).migrate().deploy(progress);
        }
        context.terminal()
                .say(
                        switch (applied.size()) {
                            case 0 -> "No pending migrations.";
                            case 1 -> "One migration was applied.";
                            default -> applied.size() + " migrations were applied.";
                        });
        return ExitStatus.DONE;
    }
}
