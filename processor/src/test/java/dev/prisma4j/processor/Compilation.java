package dev.prisma4j.processor;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** Sources compiled with the processor by one of the two compilers. */
enum Compilation {
    JAVAC(ToolProvider.getSystemJavaCompiler(), List.of("-Xlint:all,-processing,-options")),
    ECLIPSE(new EclipseCompiler(), List.of("-warn:unchecked,raw"));

    private final JavaCompiler compiler;
    private final List<String> options;

    Compilation(JavaCompiler compiler, List<String> options) {
        this.compiler = compiler;
        this.options = options;
    }

    /** Compiles sources by path; returns what is said, each with file and line. */
    List<String> compile(Map<String, String> sources, Path folder, Path... classPath) throws IOException {
        DiagnosticCollector<JavaFileObject> findings = new DiagnosticCollector<>();
        StringBuilder path = new StringBuilder(System.getProperty("java.class.path"));
        for (Path entry : classPath) {
            path.append(System.getProperty("path.separator")).append(entry);
        }
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Path generated = Files.createDirectories(folder.resolve("generated"));
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of("--release", "17", "-proc:full", "-d", classes.toString(), "-s", generated.toString()));
        if (this == ECLIPSE || Runtime.version().feature() < 21) {
            all.remove("-proc:full");
        }
        all.addAll(List.of("-cp", path.toString(), "-processor", ShapeProcessor.class.getName()));
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = folder.resolve("sources").resolve(source.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getValue());
            files.add(file);
        }
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(findings, Locale.ROOT, StandardCharsets.UTF_8)) {
            compiler.getTask(
                            new StringWriter(),
                            manager,
                            findings,
                            all,
                            null,
                            manager.getJavaFileObjectsFromPaths(files))
                    .call();
        }
        return findings.getDiagnostics().stream()
                .map(finding -> finding.getSource() == null
                        ? finding.getMessage(Locale.ROOT)
                        : Path.of(finding.getSource().toUri()).getFileName() + ":" + finding.getLineNumber() + ": "
                                + finding.getMessage(Locale.ROOT))
                .toList();
    }
}
