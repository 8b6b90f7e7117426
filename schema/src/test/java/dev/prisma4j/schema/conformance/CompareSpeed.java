package dev.prisma4j.schema.conformance;

import dev.prisma4j.schema.CompiledSchema;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.source.SourceFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compares how long parsing and validating one schema takes here and in the reference's WebAssembly, both warmed up, in
 * one run on one machine. Not a test: run {@code main} with the schema (a file or folder) and, optionally, the folder of
 * the npm package {@code @prisma/prisma-schema-wasm}, for which {@code node} must be on the path. The two sides take
 * turns, each keeps its process, and each is warmed up for as long as its compiler takes to settle. What is measured is
 * the time that passes from call to return; a side's figure is the median of all its calls, so that other work on the
 * machine and single collections of garbage do not decide.
 */
public final class CompareSpeed {
    private static final int ROUNDS = 5;
    private static final int MILLISECONDS = 2_000;
    private static final int WARM_UP_MILLISECONDS = 15_000;
    private static final String NODE_PROGRAM = """
            const fs = require('fs')
            const [module, warm, ...paths] = process.argv.slice(1)
            const psl = require(module)
            const files = JSON.stringify(paths.map(p => [p, fs.readFileSync(p, 'utf8')]))
            const params = JSON.stringify({ prismaSchema: JSON.parse(files), noColor: true })
            const once = () => { try { psl.validate(params) } catch (e) {} }
            const run = ms => { const end = process.hrtime.bigint() + BigInt(ms) * 1000000n; let from, now; const calls = []
              do { from = process.hrtime.bigint(); once(); now = process.hrtime.bigint(); calls.push(Number(now - from)) }
              while (now < end)
              return calls.join(' ') }
            run(Number(warm)); console.log('warm')
            require('readline').createInterface({ input: process.stdin }).on('line', ms => console.log(run(Number(ms))))
            """;

    private CompareSpeed() {}

    /** Prints the times of both sides in microseconds, and the ratio. */
    public static void main(String[] arguments) throws IOException {
        List<SourceFile> files = read(Path.of(arguments[0]));
        CompiledSchema compiled = SchemaCompiler.compile(files);
        int size = files.stream().mapToInt(file -> file.text().length()).sum();
        System.out.printf(
                "%d files, %d characters, %s%n",
                files.size(),
                size,
                compiled.isValid() ? "valid" : compiled.errors().size() + " errors");
        run(files, WARM_UP_MILLISECONDS);
        List<Long> ours = new ArrayList<>();
        if (arguments.length == 1) {
            ours.addAll(run(files, ROUNDS * MILLISECONDS));
            System.out.printf("prisma4j %.0f µs (median of %d calls)%n", median(ours) / 1e3, ours.size());
            return;
        }
        List<Long> theirs = new ArrayList<>();
        try (Reference reference = Reference.start(Path.of(arguments[1]), files)) {
            for (int round = 0; round < ROUNDS; round++) {
                ours.addAll(run(files, MILLISECONDS));
                theirs.addAll(reference.run());
            }
        }
        double our = median(ours);
        double their = median(theirs);
        System.out.printf(
                "prisma4j %.0f µs, WebAssembly %.0f µs, ratio %.1f (medians of %d and %d calls)%n",
                our / 1e3, their / 1e3, their / our, ours.size(), theirs.size());
    }

    private static double median(List<Long> nanoseconds) {
        return nanoseconds.stream().sorted().toList().get(nanoseconds.size() / 2);
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

    private static List<Long> run(List<SourceFile> files, int milliseconds) {
        List<Long> calls = new ArrayList<>();
        long end = System.nanoTime() + milliseconds * 1_000_000L;
        long now;
        do {
            long from = System.nanoTime();
            // New files each time: what a file remembers of its lines is part of the work.
            List<SourceFile> fresh =
                    files.stream().map(f -> SourceFile.of(f.name(), f.text())).toList();
            SchemaCompiler.compile(fresh);
            now = System.nanoTime();
            calls.add(now - from);
        } while (now < end);
        return calls;
    }

    /** A Node process with the WebAssembly, which measures a round when told to. */
    private record Reference(Process process, BufferedReader output, Writer input) implements AutoCloseable {
        static Reference start(Path module, List<SourceFile> files) throws IOException {
            List<String> command = new ArrayList<>(
                    List.of("node", "-e", NODE_PROGRAM, module.toAbsolutePath().toString(), "" + WARM_UP_MILLISECONDS));
            for (SourceFile file : files) {
                command.add(Path.of(file.name()).toAbsolutePath().toString());
            }
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            Reference reference = new Reference(process, process.inputReader(), process.outputWriter());
            reference.line();
            return reference;
        }

        List<Long> run() throws IOException {
            input.write(MILLISECONDS + "\n");
            input.flush();
            return Stream.of(line().split(" ")).map(Long::valueOf).toList();
        }

        private String line() throws IOException {
            String line = output.readLine();
            if (line == null) {
                throw new IOException("the reference ended");
            }
            return line;
        }

        @Override
        public void close() {
            process.destroy();
        }
    }
}
