package dev.prisma4j.generator;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A user's program against generated code, compiled as users compile it and run on real SQLite files. */
class ProgramTest {
    @TempDir
    static Path folder;

    static URLClassLoader classes;

    @BeforeAll
    static void compile() throws IOException {
        Path client = GeneratedClient.of(GeneratedClient.resource("blog/schema.prisma"), "blog", folder.resolve("blog"))
                .classes();
        Path program = folder.resolve("program");
        Assertions.assertThat(JavaCompilers.JAVAC.compile(
                        Map.of("app.BlogProgram", GeneratedClient.resource("programs/BlogProgram.java.txt")),
                        program,
                        client))
                .isEmpty();
        classes = new URLClassLoader(
                new URL[] {client.toUri().toURL(), program.toUri().toURL()}, ProgramTest.class.getClassLoader());
    }

    @AfterAll
    static void close() throws IOException {
        classes.close();
    }

    @TestFactory
    Stream<DynamicTest> behaviours() throws Exception {
        return Arrays.stream(classes.loadClass("app.BlogProgram").getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && method.getParameterCount() == 0)
                .sorted((a, b) -> a.getName().compareTo(b.getName()))
                .map(method -> DynamicTest.dynamicTest(method.getName(), () -> run(method)));
    }

    private static void run(Method behaviour) throws Exception {
        Path database = folder.resolve(behaviour.getName() + ".db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            for (String sql : GeneratedClient.resource("blog/schema.sql").split(";\n")) {
                statement.execute(sql);
            }
        }
        Class<?> clientClass = classes.loadClass("blog.PrismaClient");
        Object builder = clientClass.getMethod("builder").invoke(null);
        builder.getClass().getMethod("url", String.class).invoke(builder, "file:" + database);
        try (AutoCloseable prisma =
                (AutoCloseable) builder.getClass().getMethod("build").invoke(builder)) {
            Object program = classes.loadClass("app.BlogProgram")
                    .getConstructor(clientClass)
                    .newInstance(prisma);
            behaviour.invoke(program);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception own) {
                throw own;
            }
            throw (Error) e.getCause();
        }
    }
}
