package dev.prisma4j.testkit.program;

import java.io.IOException;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Java sources, compiled by the JDK's compiler into a folder. */
public record JavaProgram(Path classes, List<Path> classPath) {

    /**
     * Compiles sources.
     *
     * @param sources texts by path, such as {@code app/Main.java}
     * @param folder where sources and classes go
     * @param processors the annotation processors to run, by class name
     * @param classPath folders of classes beside those of this JVM
     * @throws AssertionError with everything that the compiler says, if it does not accept them
     */
    public static JavaProgram compile(
            Map<String, String> sources, Path folder, List<String> processors, Path... classPath) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = folder.resolve("sources").resolve(source.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getValue());
            files.add(file);
        }
        String path = Stream.concat(
                        Stream.of(System.getProperty("java.class.path")),
                        Stream.of(classPath).map(Path::toString))
                .collect(Collectors.joining(System.getProperty("path.separator")));
        List<String> options = new ArrayList<>(
                List.of("--release", "17", "-parameters", "-Xmaxerrs", "1000", "-d", classes.toString(), "-cp", path));
        options.addAll(
                processors.isEmpty() ? List.of("-proc:none") : List.of("-processor", String.join(",", processors)));
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8)) {
            boolean accepted = compiler.getTask(
                            new StringWriter(),
                            manager,
                            said,
                            options,
                            null,
                            manager.getJavaFileObjectsFromPaths(files))
                    .call();
            if (!accepted) {
                throw new AssertionError(said.getDiagnostics().stream()
                        .filter(finding -> finding.getKind() == Diagnostic.Kind.ERROR)
                        .map(Object::toString)
                        .collect(Collectors.joining("\n")));
            }
        }
        return new JavaProgram(classes, List.of(classPath));
    }

    /** A loader for the classes, which the caller closes. */
    public URLClassLoader load() throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        urls.add(classes.toUri().toURL());
        for (Path path : classPath) {
            urls.add(path.toUri().toURL());
        }
        return new URLClassLoader(urls.toArray(URL[]::new), JavaProgram.class.getClassLoader());
    }
}
