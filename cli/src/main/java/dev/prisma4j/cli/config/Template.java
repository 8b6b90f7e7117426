// A string of the configuration in which env("NAME") stands for a variable.
package dev.prisma4j.cli.config;

import dev.prisma4j.cli.failure.CommandFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text with places for variables, which are looked up when the text is needed and not before: a command that needs no
 * database works without {@code DATABASE_URL}.
 *
 * @param parts literal text and variables, in order
 */
public record Template(List<Part> parts) {
    private static final Pattern ENV =
            Pattern.compile("env\\(\\s*(?:\"([^\"]+)\"|'([^']+)'|([A-Za-z_][\\w.]*))\\s*\\)");

    public Template {
        parts = List.copyOf(parts);
    }

    /** A piece of a template. */
    public sealed interface Part {}

    /** Text that stands for itself. */
    public record Literal(String text) implements Part {}

    /** A variable's value. */
    public record Variable(String name) implements Part {}

    /** A variable's value, or another text where it is not set: {@code process.env.NAME ?? "text"}. */
    public record VariableOr(String name, Template other, boolean otherForEmpty) implements Part {}

    /** What the configuration computes, at that place. Whoever needs it cannot go on. */
    public record Computed(String place) implements Part {}

    /** A text that stands for itself, whatever it holds. */
    public static Template literal(String text) {
        return new Template(List.of(new Literal(text)));
    }

    /** The value of one variable. */
    public static Template variable(String name) {
        return new Template(List.of(new Variable(name)));
    }

    /** What only running the configuration would tell. */
    static Template computed(String place) {
        return new Template(List.of(new Computed(place)));
    }

    /** Text in which each {@code env("NAME")} stands for that variable's value. */
    public static Template parse(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher matcher = ENV.matcher(text);
        int end = 0;
        while (matcher.find()) {
            if (matcher.start() > end) {
                parts.add(new Literal(text.substring(end, matcher.start())));
            }
            String name = matcher.group(1) != null
                    ? matcher.group(1)
                    : matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
            parts.add(new Variable(name));
            end = matcher.end();
        }
        if (end < text.length() || parts.isEmpty()) {
            parts.add(new Literal(text.substring(end)));
        }
        return new Template(parts);
    }

    /**
     * The text with the variables' values.
     *
     * @param setting what the text is for, to say so when a variable is missing
     * @throws CommandFailure when a variable is not set, or the configuration would have to be run
     */
    public String resolve(Environment environment, String setting) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Literal literal) {
                text.append(literal.text());
            } else if (part instanceof Variable variable) {
                String value = environment.get(variable.name());
                if (value == null) {
                    throw missing(variable.name(), setting);
                }
                text.append(value);
            } else if (part instanceof VariableOr variable) {
                String value = environment.get(variable.name());
                boolean missing = value == null || variable.otherForEmpty() && value.isEmpty();
                text.append(missing ? variable.other().resolve(environment, setting) : value);
            } else if (part instanceof Computed computed) {
                throw CommandFailure.of(
                        setting + " is computed there (" + computed.place() + "), and the file is never run",
                        "write it as a text or env(\"NAME\"), or give it on the command line or in the environment");
            }
        }
        return text.toString();
    }

    /** Whether all variables that it needs are set. */
    public boolean isKnown(Environment environment) {
        return parts.stream()
                .allMatch(part -> !(part instanceof Variable variable) || environment.get(variable.name()) != null);
    }

    /** The text with the names of its variables, which shows no secrets. */
    public String display() {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Literal literal) {
                text.append(literal.text());
            } else if (part instanceof Variable variable) {
                text.append("env(").append(variable.name()).append(')');
            } else if (part instanceof VariableOr variable) {
                text.append("env(").append(variable.name()).append(')');
            }
        }
        return text.toString();
    }

    /** The failure for a variable that is needed and not set. */
    public static CommandFailure missing(String variable, String setting) {
        return CommandFailure.coded(
                "P1012",
                setting + " needs the environment variable " + variable + ", which is not set",
                "set it in the environment or in a .env file beside the configuration");
    }
}
