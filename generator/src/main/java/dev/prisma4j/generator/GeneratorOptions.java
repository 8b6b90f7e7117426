package dev.prisma4j.generator;

import dev.prisma4j.generator.error.GenerateException;
import dev.prisma4j.generator.java.JavaNames;
import dev.prisma4j.schema.model.ConfigValue;
import dev.prisma4j.schema.model.Generator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a generator block says about the Java client.
 *
 * <pre>
 * generator client {
 *   provider = "prisma4j"
 *   output   = "../src/main/java"   // a source folder, relative to the schema's folder
 *   package  = "com.example.db"     // a folder for it is made below the output
 * }
 * </pre>
 *
 * @param output the source folder as written, or null where the block does not say
 * @param packageName the Java package
 */
public record GeneratorOptions(@Nullable String output, String packageName) {
    /** The provider of the Java client. */
    public static final String PROVIDER = "prisma4j";

    /** The package where the block does not say. */
    public static final String DEFAULT_PACKAGE = "prisma.client";

    private static final List<String> KEYS = List.of("provider", "output", "package", "previewFeatures");

    /** The default options. */
    public static GeneratorOptions defaults() {
        return new GeneratorOptions(null, DEFAULT_PACKAGE);
    }

    /** The same for another package. */
    public GeneratorOptions withPackage(String name) {
        return new GeneratorOptions(output, name);
    }

    /** Whether a generator block asks for the Java client. */
    public static boolean isFor(Generator generator) {
        return generator.provider() instanceof ConfigValue.Text text
                && text.value().equals(PROVIDER);
    }

    /**
     * The options of a block.
     *
     * @throws GenerateException if it has an option that there is not, or a value that cannot be
     */
    public static GeneratorOptions of(Generator generator) {
        String packageName = DEFAULT_PACKAGE;
        for (Map.Entry<String, ConfigValue> entry : generator.config().entrySet()) {
            if (!entry.getKey().equals("package")) {
                throw new GenerateException("The generator " + generator.name() + " has an option " + entry.getKey()
                        + ", which prisma4j does not know" + suggestion(entry.getKey()) + " Options are "
                        + String.join(", ", KEYS) + ".");
            }
            packageName = text(generator, "package", entry.getValue());
        }
        if (!JavaNames.isPackage(packageName)) {
            throw new GenerateException("The generator " + generator.name() + " has package = \"" + packageName
                    + "\", which is not the name of a Java package.");
        }
        ConfigValue output = generator.output();
        return new GeneratorOptions(output == null ? null : text(generator, "output", output), packageName);
    }

    private static String text(Generator generator, String key, ConfigValue value) {
        if (value instanceof ConfigValue.Text text) {
            return text.value();
        }
        if (value instanceof ConfigValue.Env env) {
            String found = System.getenv(env.variable());
            if (found != null) {
                return found;
            }
            throw new GenerateException("The generator " + generator.name() + " reads " + key
                    + " from the environment variable " + env.variable() + ", which is not set.");
        }
        throw new GenerateException("The option " + key + " of the generator " + generator.name() + " takes one text.");
    }

    private static String suggestion(String key) {
        String best = null;
        int least = 3;
        for (String known : KEYS) {
            int distance = distance(key.toLowerCase(Locale.ROOT), known.toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                best = known;
            }
        }
        return best == null ? "." : ": did you mean " + best + "?";
    }

    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(substituted, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
