package dev.prisma4j.generator;

import dev.prisma4j.generator.error.GenerateException;
import dev.prisma4j.generator.java.Annotations;
import dev.prisma4j.generator.java.JavaNames;
import dev.prisma4j.generator.shape.Additions;
import dev.prisma4j.schema.diagnostic.Spelling;
import dev.prisma4j.schema.model.ConfigValue;
import dev.prisma4j.schema.model.Generator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a generator block says about the Java client.
 *
 * <pre>
 * generator client {
 *   provider = "prisma4j"
 *   output   = "../src/main/java"   // a source folder, relative to the schema's folder
 *   package  = "com.example.db"     // a folder for it is made below the output
 *   nullness = "jspecify"           // or "none"
 *   json     = "jackson"            // or "none"
 *   omit     = ["User.password"]    // left out of what reads give, unless it is selected
 *   methods  = ["User:com.example.UserMethods", "com.example.ShopMethods"]  // for prisma.user(), and for the client
 *   computed = ["User:com.example.FullName"]                               // for rows of User
 * }
 * </pre>
 *
 * @param output the source folder as written, or null where the block does not say
 * @param packageName the Java package
 * @param without the annotations to do without
 * @param additions what is added to models, or taken from them
 */
public record GeneratorOptions(
        @Nullable String output, String packageName, Set<Annotations> without, Additions additions) {
    public GeneratorOptions {
        without = Set.copyOf(without);
    }

    /** With all annotations, and without additions. */
    public GeneratorOptions(@Nullable String output, String packageName) {
        this(output, packageName, Set.of(), Additions.NONE);
    }

    /** The provider of the Java client. */
    public static final String PROVIDER = "prisma4j";

    /** The package where the block does not say. */
    public static final String DEFAULT_PACKAGE = "prisma.client";

    private static final List<String> KEYS = List.of(
            "provider", "output", "package", "nullness", "json", "omit", "methods", "computed", "previewFeatures");

    private static final List<String> LISTS = List.of("omit", "methods", "computed");

    /** The default options. */
    public static GeneratorOptions defaults() {
        return new GeneratorOptions(null, DEFAULT_PACKAGE);
    }

    /** The same for another package. */
    public GeneratorOptions withPackage(String name) {
        return new GeneratorOptions(output, name, without, additions);
    }

    /** Whether a generator block asks for the Java client. */
    public static boolean isFor(Generator generator, Map<String, String> environment) {
        return PROVIDER.equals(
                generator.provider() instanceof ConfigValue.Env env
                        ? environment.get(env.variable())
                        : generator.provider() instanceof ConfigValue.Text text ? text.value() : null);
    }

    /**
     * The options of a block.
     *
     * @param environment the variables that {@code env("NAME")} is looked up in
     * @throws GenerateException if it has an option that there is not, or a value that cannot be
     */
    public static GeneratorOptions of(Generator generator, Map<String, String> environment) {
        String packageName = DEFAULT_PACKAGE;
        Set<Annotations> without = EnumSet.noneOf(Annotations.class);
        Map<String, List<String>> lists = new HashMap<>();
        for (Map.Entry<String, ConfigValue> entry : generator.config().entrySet()) {
            String key = entry.getKey();
            if (LISTS.contains(key)) {
                lists.put(key, texts(generator, key, entry.getValue(), environment));
                continue;
            }
            if (!KEYS.contains(key)) {
                throw new GenerateException("The generator " + generator.name() + " has an option " + key
                        + ", which prisma4j does not know" + suggestion(key) + " Options are "
                        + String.join(", ", KEYS) + ".");
            }
            String value = text(generator, key, entry.getValue(), environment);
            if (key.equals("package")) {
                packageName = value;
            }
            for (Annotations kind : Annotations.values()) {
                if (kind.option().equals(key) && isLeftOut(generator, kind, value)) {
                    without.add(kind);
                }
            }
        }
        if (!JavaNames.isPackage(packageName)) {
            throw new GenerateException("The generator " + generator.name() + " has package = \"" + packageName
                    + "\", which is not the name of a Java package.");
        }
        ConfigValue output = generator.output();
        return new GeneratorOptions(
                output == null ? null : text(generator, "output", output, environment),
                packageName,
                without,
                new Additions(
                        lists.getOrDefault("omit", List.of()),
                        lists.getOrDefault("methods", List.of()),
                        lists.getOrDefault("computed", List.of())));
    }

    private static boolean isLeftOut(Generator generator, Annotations kind, String value) {
        Boolean leftOut = kind.leftOutBy(value);
        if (leftOut == null) {
            throw new GenerateException("The generator " + generator.name() + " has " + kind.option() + " = \"" + value
                    + "\", which can be " + String.join(" or ", kind.choices()) + ".");
        }
        return leftOut;
    }

    private static List<String> texts(
            Generator generator, String key, ConfigValue value, Map<String, String> environment) {
        if (value instanceof ConfigValue.Values values) {
            return values.values().stream()
                    .map(one -> text(generator, key, one, environment))
                    .toList();
        }
        return List.of(text(generator, key, value, environment));
    }

    private static String text(Generator generator, String key, ConfigValue value, Map<String, String> environment) {
        if (value instanceof ConfigValue.Text text) {
            return text.value();
        }
        if (value instanceof ConfigValue.Env env) {
            String found = environment.get(env.variable());
            if (found != null) {
                return found;
            }
            throw new GenerateException("The generator " + generator.name() + " reads " + key
                    + " from the environment variable " + env.variable() + ", which is not set.");
        }
        throw new GenerateException("The option " + key + " of the generator " + generator.name() + " takes one text.");
    }

    private static String suggestion(String key) {
        String near = Spelling.closest(key, KEYS);
        return near == null ? "." : ": did you mean " + near + "?";
    }
}
