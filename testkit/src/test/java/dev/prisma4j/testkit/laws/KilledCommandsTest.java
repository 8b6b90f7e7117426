package dev.prisma4j.testkit.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.prisma4j.migrate.Migrate;
import dev.prisma4j.migrate.command.DownOptions;
import dev.prisma4j.migrate.command.Progress;
import dev.prisma4j.migrate.command.PushOptions;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.OwnServer;
import dev.prisma4j.testkit.TestDatabase;
import dev.prisma4j.testkit.TestServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Processes of the commands other than deploy are killed at moments that chance chooses, and people go on. With
 * {@code -Dprisma4j.laws.kills=100} that is done, a quarter as often for each command, and on servers of the test's own, since
 * shadow databases of killed processes stay.
 */
class KilledCommandsTest {
    private static final int KILLS = Integer.getInteger("prisma4j.laws.kills", 0) / 4;
    private static final PushOptions PUSH = new PushOptions(true, false);

    @TempDir
    Path folder;

    /** What the killed process runs: arguments are the command, the provider, the address and the folder. */
    public static final class Victim {
        private Victim() {}

        public static void main(String[] arguments) {
            String models = models(arguments[0]);
            Migrate migrate = InterruptedProject.migrate(arguments[1], arguments[2], Path.of(arguments[3]), models);
            System.out.println("ready");
            switch (arguments[0]) {
                case "down" -> migrate.down(new DownOptions(2, null, true, plan -> true), Progress.NONE);
                case "squash" -> migrate.squash(InterruptionLawTest.SQUASH, Progress.NONE);
                case "dev" -> migrate.dev(InterruptionLawTest.DEV);
                default -> migrate.push(PUSH);
            }
        }
    }

    private static String models(String command) {
        return command.equals("dev") || command.equals("push") ? InterruptedProject.FOURTH : InterruptedProject.THIRD;
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void killedCommandsGoOn(DatabaseKind kind) throws Exception {
        assumeTrue(KILLS > 0, "no kills were asked for");
        if (kind == DatabaseKind.SQLITE) {
            killAll(TestDatabase.sqlite());
        } else {
            try (OwnServer server = OwnServer.start(kind)) {
                killAll(server);
            }
        }
    }

    private void killAll(TestServer server) throws Exception {
        Path template = folder.resolve("template");
        InterruptedProject.writeHistory(server.kind(), template);
        Random random = new Random(20261121);
        for (String command : List.of("down", "squash", "dev", "push")) {
            int length = 0;
            int ended = 0;
            for (int kill = -1; kill < KILLS; kill++) {
                Path root = Files.createTempDirectory(folder, "project");
                InterruptedProject.copy(template, root);
                try (TestDatabase database = server.fresh()) {
                    InterruptedProject project = new InterruptedProject(database, root);
                    project.deployWithRows();
                    if (kill < 0) {
                        length = run(command, project, Integer.MAX_VALUE);
                    } else {
                        int at = random.nextInt(length);
                        ended += run(command, project, at) < at ? 1 : 0;
                    }
                    try {
                        goOn(command, project);
                    } catch (Exception | AssertionError e) {
                        throw new AssertionError(command + " killed, number " + kill, e);
                    }
                }
            }
            System.out.println(server.kind().title() + ": " + command + " killed " + KILLS + " times within " + length
                    + " ms, " + ended + " times too late");
        }
    }

    /** Runs the command, kills it after so many milliseconds, and gives how many it took. */
    private static int run(String command, InterruptedProject project, int milliseconds)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        command,
                        project.database().kind().provider().text(),
                        project.database().url(),
                        project.root().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out = process.inputReader();
        assertThat(out.readLine()).isEqualTo("ready");
        long start = System.nanoTime();
        process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        int took = (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        process.destroyForcibly().waitFor();
        return took;
    }

    private static void goOn(String command, InterruptedProject project) throws Exception {
        switch (command) {
            case "down" -> project.goOnDown();
            case "squash" -> project.goOnSquashing();
            case "dev" -> project.goOnDeveloping();
            default -> project.goOnPushing(PUSH, 2);
        }
    }
}
