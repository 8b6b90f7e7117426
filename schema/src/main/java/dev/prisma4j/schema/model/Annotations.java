package dev.prisma4j.schema.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What documentation comments say to prisma4j: {@code /// @prisma4j.version} and {@code /// @prisma4j.softDelete}. Prisma
 * and its tools see comments.
 */
public final class Annotations {
    /** The field that counts the changes of its row. */
    public static final String VERSION = "version";
    /** The field that says when its row was deleted; rows stay. */
    public static final String SOFT_DELETE = "softDelete";

    private static final List<String> KNOWN = List.of(VERSION, SOFT_DELETE);
    private static final Pattern ANNOTATION = Pattern.compile("(?m)^[ \\t]*@prisma4j\\.(\\w*)[ \\t]*$\\n?");

    private Annotations() {}

    /** The names in a comment, without {@code @prisma4j.}. */
    public static List<String> of(@Nullable String documentation) {
        if (documentation == null || documentation.indexOf('@') < 0) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        Matcher matcher = ANNOTATION.matcher(documentation);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /** The comment as people read it; null where nothing is left. */
    public static @Nullable String without(@Nullable String documentation) {
        if (documentation == null || documentation.indexOf('@') < 0) {
            return documentation;
        }
        String rest = ANNOTATION.matcher(documentation).replaceAll("").strip();
        return rest.isEmpty() ? null : rest;
    }

    /** A comment that says just that; null for nothing. */
    public static @Nullable String documentation(List<String> names) {
        return names.isEmpty() ? null : "@prisma4j." + String.join("\n@prisma4j.", names);
    }

    /** What is wrong with the annotations of a schema, in words. */
    public static List<String> problems(Schema schema) {
        List<String> problems = new ArrayList<>();
        for (Model model : schema.models()) {
            unknown("The model " + model.name(), of(model.documentation()), List.of(), problems);
            List<ScalarField> versions = new ArrayList<>();
            List<ScalarField> deletions = new ArrayList<>();
            for (Field field : model.fields()) {
                List<String> names = of(field.documentation());
                unknown("The field " + field, names, field instanceof ScalarField ? KNOWN : List.of(), problems);
                if (field instanceof ScalarField scalar && names.contains(VERSION)) {
                    versions.add(scalar);
                    boolean counts = scalar.is(ScalarType.INT) || scalar.is(ScalarType.BIG_INT);
                    if (!counts || !scalar.isRequired() || scalar.isId()) {
                        problems.add("The field " + field
                                + " is annotated @prisma4j.version, which is for a required Int or BigInt that"
                                + " is not the id.");
                    }
                }
                if (field instanceof ScalarField scalar && names.contains(SOFT_DELETE)) {
                    deletions.add(scalar);
                    if (!scalar.is(ScalarType.DATE_TIME) || !scalar.isOptional()) {
                        problems.add("The field " + field
                                + " is annotated @prisma4j.softDelete, which is for an optional DateTime.");
                    }
                }
            }
            several(model, VERSION, versions, problems);
            several(model, SOFT_DELETE, deletions, problems);
        }
        return problems;
    }

    private static void unknown(String place, List<String> names, List<String> known, List<String> problems) {
        for (String name : names) {
            if (!known.contains(name)) {
                problems.add(place + " is annotated @prisma4j." + name
                        + ", which there is not. Fields can be annotated @prisma4j."
                        + String.join(" and @prisma4j.", KNOWN) + ".");
            }
        }
    }

    private static void several(Model model, String name, List<ScalarField> fields, List<String> problems) {
        if (fields.size() > 1) {
            problems.add("The model " + model.name() + " has several fields annotated @prisma4j." + name + ": "
                    + fields.get(0).name() + " and " + fields.get(1).name() + ".");
        }
    }
}
