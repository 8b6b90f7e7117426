package dev.prisma4j.generator;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** The two compilers that generated code must please: the JDK's and Eclipse's. */
enum JavaCompilers {
    JAVAC {
        @Override
        JavaCompiler compiler() {
            return ToolProvider.getSystemJavaCompiler();
        }

        @Override
        List<String> options() {
            return List.of("--release", "17", "-Xlint:all", "-proc:none", "-Xmaxerrs", "1000");
        }
    },
    ECLIPSE {
        @Override
        JavaCompiler compiler() {
            return new EclipseCompiler();
        }

        @Override
        List<String> options() {
            return List.of("--release", "17", "-proc:none", "-warn:unchecked,raw");
        }
    };

    /** What a compiler says: the name of the source it speaks of, and its words. */
    record Finding(boolean error, String source, String message) {}

    abstract JavaCompiler compiler();

    abstract List<String> options();

    /** Compiles sources, given by class name, and returns everything the compiler has to say. */
    List<Finding> compile(Map<String, String> sources, Path classes, Path... classPath) {
        DiagnosticCollector<JavaFileObject> findings = new DiagnosticCollector<>();
        StringBuilder path = new StringBuilder(System.getProperty("java.class.path"));
        for (Path entry : classPath) {
            path.append(System.getProperty("path.separator")).append(entry);
        }
        List<String> all = new ArrayList<>(options());
        all.addAll(List.of("-d", classes.toString(), "-cp", path.toString()));
        JavaCompiler compiler = compiler();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(findings, Locale.ROOT, StandardCharsets.UTF_8)) {
            Files.createDirectories(classes);
            compiler.getTask(
                            new StringWriter(),
                            manager,
                            findings,
                            all,
                            null,
                            manager.getJavaFileObjectsFromPaths(
                                    written(sources, classes.resolveSibling(classes.getFileName() + "-sources"))))
                    .call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return findings.getDiagnostics().stream()
                .filter(finding -> finding.getSource() != null)
                .map(finding -> new Finding(
                        finding.getKind() == Diagnostic.Kind.ERROR,
                        baseName(finding.getSource().toUri().getPath()),
                        finding.getMessage(Locale.ROOT)))
                .toList();
    }

    private static String baseName(String path) {
        return path.substring(path.lastIndexOf('/') + 1).replace(".java", "");
    }

    /** Files, because Eclipse's compiler speaks of nothing else. */
    private static List<Path> written(Map<String, String> sources, Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = folder.resolve(source.getKey().replace('.', '/') + ".java");
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getValue());
            files.add(file);
        }
        return files;
    }
}
