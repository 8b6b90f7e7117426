package dev.prisma4j.generator;

import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.schema.source.SourceFile;
import java.util.List;

/** Schemas for tests, from their text. */
final class TestSchema {
    private static final String POSTGRESQL = """
            datasource db {
              provider = "postgresql"
              url      = env("DATABASE_URL")
            }

            """;

    private TestSchema() {}

    /** The schema of that text, on PostgreSQL if it does not say. */
    static Schema of(String text) {
        String whole = text.contains("datasource ") ? text : POSTGRESQL + text;
        return SchemaCompiler.compile(List.of(SourceFile.of("schema.prisma", whole)))
                .orThrow();
    }
}
