package dev.prisma4j.client;

import dev.prisma4j.schema.env.DotEnv;
import dev.prisma4j.schema.model.ConfigValue;
import dev.prisma4j.schema.model.Datasource;
import dev.prisma4j.schema.model.Provider;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.schema.url.InvalidDatabaseUrlException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the database is, when the program does not say. The schema's {@code url} says it itself or names a variable, which
 * is {@code DATABASE_URL} where there is no {@code url}. The variable is looked for in the environment, in the system
 * properties and, only if the environment does not have it, in the {@code .env} of the working folder, then of the schema's
 * folder: where the commands find it, the program finds it.
 *
 * @param text the address
 * @param folder what a relative path starts from: that of one in the schema from the schema's folder, as in Prisma 5 and 6,
 *     seen from where the client was generated; that of one in a variable from the working folder, unless the schema names
 *     the variable and has the file beside it
 */
record DatabaseUrl(String text, Path folder) {
    private static final String DEFAULT_VARIABLE = "DATABASE_URL";

    /**
     * The address of a schema's database.
     *
     * @throws IllegalStateException if nothing says where it is
     */
    static DatabaseUrl of(Schema schema) {
        return of(schema, System.getenv(), Path.of(""));
    }

    static DatabaseUrl of(Schema schema, Map<String, String> environment, Path workingFolder) {
        ConfigValue url = schema.datasource().map(Datasource::url).orElse(null);
        Path schemaFolder = schema.datasource()
                .map(datasource -> Path.of(datasource.sourceFile()).getParent())
                .map(workingFolder::resolve)
                .orElse(workingFolder);
        if (url instanceof ConfigValue.Text text) {
            return new DatabaseUrl(text.value(), schemaFolder);
        }
        String variable = url instanceof ConfigValue.Env env ? env.variable() : DEFAULT_VARIABLE;
        Set<Path> files = new LinkedHashSet<>();
        files.add(workingFolder.resolve(".env"));
        files.add(schemaFolder.resolve(".env"));
        String value = value(environment.get(variable));
        if (value == null) {
            value = value(System.getProperty(variable));
        }
        if (value == null && !environment.containsKey(variable)) {
            value = inFiles(files, variable, environment);
        }
        if (value == null) {
            throw new IllegalStateException("Nothing says where the database is: set the environment variable "
                    + variable + " (or the system property of that name), write it into "
                    + String.join(
                            " or, if that does not have it at all, into ",
                            files.stream()
                                    .map(file -> file.toAbsolutePath().toString())
                                    .toList())
                    + ", or use PrismaClient.builder().url(..) or .dataSource(..).");
        }
        return new DatabaseUrl(value, url != null && isFileIn(schemaFolder, value) ? schemaFolder : workingFolder);
    }

    /** Whether a SQLite file of that address is there: commands put it beside the schema unless a configuration names it. */
    private static boolean isFileIn(Path folder, String address) {
        try {
            // As the commands read it, whatever they take for a file.
            var url = dev.prisma4j.schema.url.DatabaseUrl.parse(address);
            return url.provider() == Provider.SQLITE && !url.isInMemory() && Files.isRegularFile(url.file(folder));
        } catch (InvalidDatabaseUrlException | InvalidPathException e) {
            return false;
        }
    }

    /** The first file that has the variable decides, even by an empty value, as for the commands. */
    private static @Nullable String inFiles(Set<Path> files, String variable, Map<String, String> environment) {
        for (Path file : files) {
            if (Files.isRegularFile(file)) {
                String value = DotEnv.parse(read(file)).expand(environment).get(variable);
                if (value != null) {
                    return value(value);
                }
            }
        }
        return null;
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Nothing says where the database is, and " + file.toAbsolutePath() + " cannot be read.", e);
        }
    }

    private static @Nullable String value(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** Without the address, which holds a password. */
    @Override
    public String toString() {
        return "DatabaseUrl[folder=" + folder + "]";
    }
}
