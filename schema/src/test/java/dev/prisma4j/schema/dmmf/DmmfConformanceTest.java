package dev.prisma4j.schema.dmmf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.schema.CompiledSchema;
import dev.prisma4j.schema.ConformancePack;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.model.Schema;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The documents of every valid schema of the conformance pack, compared with the reference's by hash. */
@Tag("conformance")
class DmmfConformanceTest {
    @Test
    void documents_of_all_valid_schemas_equal_those_of_the_reference() throws IOException {
        Map<String, Integer> equal = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        int cases = 0;
        for (ConformancePack.Case one : ConformancePack.cases()) {
            if (!one.valid()) {
                continue;
            }
            cases++;
            CompiledSchema compiled = SchemaCompiler.compile(one.files());
            Schema schema = compiled.schema();
            if (schema == null) {
                wrong.add(one.id() + " (not valid to us)");
                continue;
            }
            compare(one, schema, equal, wrong);
        }
        System.out.println("DMMF: of " + cases + " schemas equal " + equal + (wrong.isEmpty() ? "" : "; not " + wrong));
        assertThat(wrong).isEmpty();
    }

    private static void compare(
            ConformancePack.Case one, Schema schema, Map<String, Integer> equal, List<String> wrong) {
        Dmmf document = Dmmf.of(schema);
        JsonNode parts = one.expected().get("dmmfPartsSha256");
        List<String> differing = new ArrayList<>();
        for (Dmmf.Part part : Dmmf.Part.values()) {
            String name = part.name().toLowerCase(java.util.Locale.ROOT);
            count(name, parts.get(name).asString(), sha256(out -> document.write(part, out)), equal, differing);
        }
        count("whole", one.expected().get("dmmfSha256").asString(), sha256(document::write), equal, differing);
        if (!differing.isEmpty()) {
            wrong.add(one.id() + " " + differing);
        }
    }

    private static void count(
            String name, String expected, String actual, Map<String, Integer> equal, List<String> differing) {
        if (expected.equals(actual)) {
            equal.merge(name, 1, Integer::sum);
        } else {
            differing.add(name);
        }
    }

    private static String sha256(Consumer<OutputStream> writer) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            writer.accept(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
