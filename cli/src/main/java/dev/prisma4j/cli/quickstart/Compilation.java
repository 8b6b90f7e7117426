// Compiles the scratch project with the compiler of the running JDK.
package dev.prisma4j.cli.quickstart;

import dev.prisma4j.cli.failure.CommandFailure;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** One run of the Java compiler, against the class path that this program itself runs on. */
final class Compilation {
    private Compilation() {}

    /**
     * Compiles every Java file below some folders.
     *
     * @return how many files there were
     * @throws CommandFailure when there is no compiler or it finds errors
     */
    static int run(List<Path> sourceFolders, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw CommandFailure.of(
                    "this Java has no compiler",
                    "run prisma4j with a JDK, not only a Java runtime; JAVA_HOME chooses it");
        }
        List<Path> sources = sourceFolders.stream()
                .flatMap(folder -> javaFiles(folder).stream())
                .toList();
        Files.createDirectories(classes);
        DiagnosticCollector<JavaFileObject> findings = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(findings, Locale.ROOT, StandardCharsets.UTF_8)) {
            List<String> options = List.of(
                    "--release",
                    "17",
                    "-proc:none",
                    "-d",
                    classes.toString(),
                    "-cp",
                    System.getProperty("java.class.path"));
            boolean compiled = compiler.getTask(
                            new StringWriter(),
                            files,
                            findings,
                            options,
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!compiled) {
                throw CommandFailure.of("the project does not compile:\n" + errors(findings));
            }
        }
        return sources.size();
    }

    private static List<Path> javaFiles(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw CommandFailure.of("cannot list " + folder).causedBy(e);
        }
    }

    private static String errors(DiagnosticCollector<JavaFileObject> findings) {
        return String.join(
                "\n",
                findings.getDiagnostics().stream()
                        .filter(finding -> finding.getKind() == Diagnostic.Kind.ERROR)
                        .limit(10)
                        .map(Object::toString)
                        .toList());
    }
}
