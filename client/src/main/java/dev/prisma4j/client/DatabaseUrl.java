package dev.prisma4j.client;

import dev.prisma4j.schema.model.ConfigValue;
import dev.prisma4j.schema.model.Datasource;
import dev.prisma4j.schema.model.Schema;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the database is, when the program does not say: the schema's word, the environment, the system properties. */
final class DatabaseUrl {
    private static final String DEFAULT_VARIABLE = "DATABASE_URL";

    private DatabaseUrl() {}

    static String of(Schema schema) {
        ConfigValue url = schema.datasource().map(Datasource::url).orElse(null);
        if (url instanceof ConfigValue.Text text) {
            return text.value();
        }
        String variable = url instanceof ConfigValue.Env env ? env.variable() : DEFAULT_VARIABLE;
        String value = value(System.getenv(variable));
        if (value == null) {
            value = value(System.getProperty(variable));
        }
        if (value == null) {
            throw new IllegalStateException("Nothing says where the database is: set the environment variable "
                    + variable + " (or the system property of that name), or use"
                    + " PrismaClient.builder().url(..) or .dataSource(..).");
        }
        return value;
    }

    /**
     * What a relative path starts from: for one written in the schema the schema's folder, seen from where the client was
     * generated, as in Prisma 5 and 6; for one from the environment the working folder.
     */
    static Path folder(Schema schema) {
        Path folder = schema.datasource()
                .filter(datasource -> datasource.url() instanceof ConfigValue.Text)
                .map(datasource -> Path.of(datasource.sourceFile()).getParent())
                .orElse(null);
        return folder == null ? Path.of("") : folder;
    }

    private static @Nullable String value(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
