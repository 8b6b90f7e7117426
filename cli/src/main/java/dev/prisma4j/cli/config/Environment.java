// The variables a command sees: the process's own, and those of .env files.
package dev.prisma4j.cli.config;

import dev.prisma4j.schema.env.DotEnv;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Variables by name. What the process was started with wins over every {@code .env} file. */
public final class Environment {
    private final Map<String, String> process;
    private final Map<String, String> all;

    private Environment(Map<String, String> process, Map<String, String> all) {
        this.process = process;
        this.all = all;
    }

    /** The variables of a process. */
    public static Environment of(Map<String, String> process) {
        Map<String, String> copy = Map.copyOf(process);
        return new Environment(copy, copy);
    }

    /** This environment and, for names it does not have, the variables of a {@code .env} file. */
    public Environment with(DotEnv file) {
        Map<String, String> merged = new HashMap<>(file.expand(process));
        merged.putAll(all);
        return new Environment(process, Map.copyOf(merged));
    }

    /** The variable's value, or null; an empty value is a value. */
    public @Nullable String get(String name) {
        return all.get(name);
    }

    /** The variable's value, or null where it is missing or blank. */
    public @Nullable String nonBlank(String name) {
        String value = all.get(name);
        return value == null || value.isBlank() ? null : value;
    }

    /** All variables. */
    public Map<String, String> variables() {
        return all;
    }

    /** Names only, since values are secrets. */
    @Override
    public String toString() {
        return "Environment" + all.keySet();
    }
}
