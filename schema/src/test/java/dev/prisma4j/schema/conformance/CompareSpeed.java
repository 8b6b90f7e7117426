package dev.prisma4j.schema.conformance;

import com.sun.management.OperatingSystemMXBean;
import dev.prisma4j.schema.CompiledSchema;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.source.SourceFile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compares how long parsing and validating one schema takes here and in the reference's WebAssembly, both warmed up, in
 * one run on one machine. Not a test: run {@code main} with the schema (a file or folder) and, optionally, the folder of
 * the npm package {@code @prisma/prisma-schema-wasm}, for which {@code node} must be on the path. The two sides take
 * turns. What is measured is the processor time of the whole process, garbage collection and compilation included, so
 * that other work on the machine does not count.
 */
public final class CompareSpeed {
    private static final int ROUNDS = 5;
    private static final int MILLISECONDS = 2_000;
    private static final String NODE_PROGRAM = """
            const fs = require('fs')
            const [module, millis, warm, ...paths] = process.argv.slice(1)
            const psl = require(module)
            const files = JSON.stringify(paths.map(p => [p, fs.readFileSync(p, 'utf8')]))
            const params = JSON.stringify({ prismaSchema: JSON.parse(files), noColor: true })
            const once = () => { try { psl.validate(params) } catch (e) {} }
            const run = ms => { const from = process.hrtime.bigint(), cpu = process.cpuUsage(); let n = 0, now = from
              do { once(); n++; now = process.hrtime.bigint() } while (now - from < BigInt(ms) * 1000000n)
              const used = process.cpuUsage(cpu); return (used.user + used.system) * 1000 / n }
            run(Number(warm)); console.log(run(Number(millis)))
            """;

    private CompareSpeed() {}

    /** Prints the times of both sides in microseconds, and the ratio. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<SourceFile> files = read(Path.of(arguments[0]));
        CompiledSchema compiled = SchemaCompiler.compile(files);
        int size = files.stream().mapToInt(file -> file.text().length()).sum();
        System.out.printf(
                "%d files, %d characters, %s%n",
                files.size(),
                size,
                compiled.isValid() ? "valid" : compiled.errors().size() + " errors");
        run(files, 5_000);
        double[] ours = new double[ROUNDS];
        double[] theirs = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            ours[round] = run(files, MILLISECONDS);
            theirs[round] = arguments.length > 1 ? reference(Path.of(arguments[1]), files) : Double.NaN;
        }
        Arrays.sort(ours);
        Arrays.sort(theirs);
        double our = ours[ROUNDS / 2];
        double their = theirs[ROUNDS / 2];
        System.out.printf(
                "prisma4j %.0f µs, WebAssembly %.0f µs, ratio %.1f (medians)%n", our / 1e3, their / 1e3, their / our);
    }

    private static List<SourceFile> read(Path fileOrFolder) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(fileOrFolder)) {
            for (Path path :
                    walk.filter(p -> p.toString().endsWith(".prisma")).sorted().toList()) {
                files.add(SourceFile.of(path.toString(), Files.readString(path)));
            }
        }
        return files;
    }

    private static double run(List<SourceFile> files, int milliseconds) {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long processor = system.getProcessCpuTime();
        long from = System.nanoTime();
        long now;
        int count = 0;
        do {
            // New files each time: what a file remembers of its lines is part of the work.
            List<SourceFile> fresh =
                    files.stream().map(f -> SourceFile.of(f.name(), f.text())).toList();
            SchemaCompiler.compile(fresh);
            count++;
            now = System.nanoTime();
        } while (now - from < milliseconds * 1_000_000L);
        return (double) (system.getProcessCpuTime() - processor) / count;
    }

    private static double reference(Path module, List<SourceFile> files) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("node", "-e", NODE_PROGRAM, module.toAbsolutePath().toString(), "" + MILLISECONDS, "3000"));
        for (SourceFile file : files) {
            command.add(Path.of(file.name()).toAbsolutePath().toString());
        }
        Path output = Files.createTempFile("speed", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.waitFor();
        String text = Files.readString(output, StandardCharsets.UTF_8).strip();
        Files.delete(output);
        return Double.parseDouble(text);
    }
}
