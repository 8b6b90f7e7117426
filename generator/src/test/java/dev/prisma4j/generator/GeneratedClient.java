package dev.prisma4j.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.schema.model.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;

/** A client generated from a schema of the tests and compiled, without a word of complaint from the compiler. */
record GeneratedClient(SortedMap<String, String> sources, Path classes) {

    static GeneratedClient of(String schema, String packageName, Path classes) {
        return of(TestSchema.of(schema), packageName, classes, JavaCompilers.JAVAC);
    }

    static GeneratedClient of(Schema schema, String packageName, Path classes, JavaCompilers compiler) {
        SortedMap<String, String> sources =
                JavaClientGenerator.generate(schema, new GeneratorOptions(null, packageName));
        assertThat(compiler.compile(byClass(sources), classes))
                .as("what the compiler says of generated code")
                .isEmpty();
        return new GeneratedClient(sources, classes);
    }

    static Map<String, String> byClass(SortedMap<String, String> sources) {
        Map<String, String> byClass = new LinkedHashMap<>();
        sources.forEach((path, text) -> byClass.put(path.replace(".java", "").replace('/', '.'), text));
        return byClass;
    }

    static String resource(String name) {
        try (InputStream in = GeneratedClient.class.getResourceAsStream("/" + name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
