package dev.prisma4j.generator.external;

import dev.prisma4j.generator.error.GenerateException;
import dev.prisma4j.schema.model.ConfigValue;
import dev.prisma4j.schema.model.Generator;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The program behind a generator block, and how it is started. */
public final class Provider {
    private static final Set<String> OF_PRISMA = Set.of("prisma-client-js", "prisma-client");
    private static final List<String> SCRIPTS = List.of(".js", ".mjs", ".cjs");

    private Provider() {}

    /**
     * What a block names as its provider.
     *
     * @throws GenerateException if it comes from a variable that is not set
     */
    public static String of(Generator block, Map<String, String> environment) {
        return value(block, "provider", block.provider(), environment);
    }

    /** Whether the provider is one of the JavaScript clients, which are part of Prisma's own command line. */
    public static boolean isPrismas(String provider) {
        return OF_PRISMA.contains(provider);
    }

    /** A value of a block with its variable looked up. */
    static String value(Generator block, String key, ConfigValue value, Map<String, String> environment) {
        if (value instanceof ConfigValue.Text text) {
            return text.value();
        }
        if (value instanceof ConfigValue.Env env) {
            String found = environment.get(env.variable());
            if (found != null && !found.isBlank()) {
                return found;
            }
            throw new GenerateException("The generator " + block.name() + " takes its " + key
                    + " from the environment variable " + env.variable() + ", which is not set.");
        }
        throw new GenerateException("The " + key + " of the generator " + block.name() + " must be one text.");
    }

    /**
     * The process to start: the provider as a line for the shell, as in Prisma, so that {@code npx foo} and {@code node
     * ./gen.js} work. A script of Node is started by Node. What npm installed is on the path, with or without npm.
     */
    static ProcessBuilder process(String provider, Generator block, GeneratorProject project) {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        Path script = script(provider, project.workingFolder(), project.folderOf(block.sourceFile()));
        List<String> command = script != null
                ? List.of("node", script.toString())
                : windows ? List.of("cmd", "/d", "/s", "/c", provider) : List.of("/bin/sh", "-c", provider);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(project.workingFolder().toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.putAll(project.environment());
        environment.put("PRISMA_GENERATOR_INVOCATION", "true");
        String path = environment.keySet().stream()
                .filter(name -> name.toUpperCase(Locale.ROOT).equals("PATH"))
                .findFirst()
                .orElse("PATH");
        environment.merge(path, binFolders(project), (old, bins) -> bins + File.pathSeparator + old);
        return builder;
    }

    private static @Nullable Path script(String provider, Path... folders) {
        if (SCRIPTS.stream().noneMatch(provider::endsWith)) {
            return null;
        }
        for (Path folder : folders) {
            Path file = folder.resolve(provider).normalize();
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        return null;
    }

    private static String binFolders(GeneratorProject project) {
        List<String> folders = new ArrayList<>();
        for (Path start : List.of(project.workingFolder(), project.schemaPath())) {
            for (Path folder = start; folder != null; folder = folder.getParent()) {
                String bin = folder.resolve("node_modules").resolve(".bin").toString();
                if (!folders.contains(bin)) {
                    folders.add(bin);
                }
            }
        }
        return String.join(File.pathSeparator, folders);
    }
}
