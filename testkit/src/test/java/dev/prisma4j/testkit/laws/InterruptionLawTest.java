package dev.prisma4j.testkit.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.prisma4j.migrate.command.Deploy;
import dev.prisma4j.migrate.command.Dev;
import dev.prisma4j.migrate.command.DevOptions;
import dev.prisma4j.migrate.command.Down;
import dev.prisma4j.migrate.command.DownOptions;
import dev.prisma4j.migrate.command.Progress;
import dev.prisma4j.migrate.command.Project;
import dev.prisma4j.migrate.command.Push;
import dev.prisma4j.migrate.command.PushOptions;
import dev.prisma4j.migrate.command.Reset;
import dev.prisma4j.migrate.command.Squash;
import dev.prisma4j.migrate.command.SquashOptions;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every command is stopped before each of the statements it sends and each of the changes it makes to files, and in the
 * middle of every file that it writes. Then the next command understands what is there, people can go on as the
 * documentation says, the end is the same as without the interruption, and nothing that somebody wrote is lost. By default
 * a few of these moments are tried; {@code -Dprisma4j.laws.kills=100} tries all, {@code -Dprisma4j.laws.database=mariadb} on
 * one database.
 */
class InterruptionLawTest {
    private static final boolean ALL = Integer.getInteger("prisma4j.laws.kills", 0) > 0;
    private static final String DATABASE = System.getProperty("prisma4j.laws.database", "");
    private static final int FEW = 2;
    private static final int MORE = 12;

    static final DevOptions DEV = new DevOptions(() -> "step", false, dangers -> true);
    static final SquashOptions SQUASH = new SquashOptions(null, null, "all", SquashOptions.Statements.REFUSE);
    private static final PushOptions PUSH = new PushOptions(true, false);
    private static final PushOptions PUSH_ANEW = new PushOptions(true, true);

    @TempDir
    Path folder;

    interface Command {
        void run(Project project);
    }

    interface Step {
        void in(InterruptedProject project) throws Exception;
    }

    /** Stops a command at its moments, each time in a new project, and checks what comes of it. */
    private void interrupt(DatabaseKind kind, String title, String models, Step before, Command command, Step after)
            throws Exception {
        assumeTrue(DATABASE.isEmpty() || DATABASE.equals(kind.name().toLowerCase(Locale.ROOT)), "not asked for");
        Path template = folder.resolve("template");
        InterruptedProject.writeHistory(kind, template);
        CrashPoint counting = new CrashPoint(-1);
        oneProject(kind, template, project -> {
            before.in(project);
            command.run(project.crashing(models, counting));
            after.in(project);
        });
        List<String> moments = counting.passed();
        int wanted = ALL ? moments.size() : kind == DatabaseKind.SQLITE ? MORE : FEW;
        int step = Math.max(1, moments.size() / wanted);
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (int at = step / 2; at < moments.size(); at += step) {
            CrashPoint point = new CrashPoint(at);
            String moment = title + " on " + kind.title() + ", " + at + " before " + moments.get(at);
            tried++;
            oneProject(kind, template, project -> {
                before.in(project);
                try {
                    command.run(project.crashing(models, point));
                    wrong.add(moment + ": it did not stop there");
                } catch (CrashPoint.Crash stopped) {
                    try {
                        after.in(project);
                    } catch (Exception | AssertionError e) {
                        wrong.add(moment + ": " + e);
                    }
                }
            });
        }
        System.out.println(kind.title() + ": " + title + " stopped at " + tried + " of " + moments.size() + " moments, "
                + wrong.size() + " times with a wrong end");
        assertThat(wrong).isEmpty();
        assertThat(tried).isPositive();
    }

    private void oneProject(DatabaseKind kind, Path template, Step step) throws Exception {
        Path root = Files.createTempDirectory(folder, "project");
        InterruptedProject.copy(template, root);
        try (TestDatabase database = TestDatabase.server(kind).fresh()) {
            step.in(new InterruptedProject(database, root));
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aDeployGoesOn(DatabaseKind kind) throws Exception {
        interrupt(
                kind,
                "deploy",
                InterruptedProject.THIRD,
                project -> project.writeJournal(4),
                project -> new Deploy(project, Progress.NONE).run(),
                project -> project.goOnDeploying(4));
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aWayDownGoesOn(DatabaseKind kind) throws Exception {
        interrupt(
                kind,
                "down",
                InterruptedProject.THIRD,
                InterruptedProject::deployWithRows,
                project -> new Down(project, Progress.NONE).run(new DownOptions(2, null, true, plan -> true)),
                InterruptedProject::goOnDown);
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aSquashGoesOn(DatabaseKind kind) throws Exception {
        interrupt(
                kind,
                "squash",
                InterruptedProject.THIRD,
                InterruptedProject::deployWithRows,
                project -> new Squash(project, Progress.NONE).run(SQUASH),
                InterruptedProject::goOnSquashing);
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void developingGoesOn(DatabaseKind kind) throws Exception {
        interrupt(
                kind,
                "dev",
                InterruptedProject.FOURTH,
                InterruptedProject::deployWithRows,
                project -> new Dev(project, Progress.NONE).run(DEV),
                InterruptedProject::goOnDeveloping);
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aPushGoesOn(DatabaseKind kind) throws Exception {
        interrupt(
                kind,
                "push",
                InterruptedProject.FOURTH,
                InterruptedProject::deployWithRows,
                project -> new Push(project).run(PUSH),
                project -> project.goOnPushing(PUSH, 2));
        interrupt(
                kind,
                "push anew",
                InterruptedProject.FOURTH,
                InterruptedProject::deployWithRows,
                project -> new Push(project).run(PUSH_ANEW),
                project -> project.goOnPushing(PUSH_ANEW, 0));
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aResetGoesOn(DatabaseKind kind) throws Exception {
        interrupt(
                kind,
                "reset",
                InterruptedProject.THIRD,
                InterruptedProject::deployWithRows,
                project -> new Reset(project, Progress.NONE).run(),
                InterruptedProject::goOnResetting);
    }
}
