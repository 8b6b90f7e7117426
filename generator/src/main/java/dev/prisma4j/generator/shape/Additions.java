package dev.prisma4j.generator.shape;

import dev.prisma4j.generator.error.GenerateException;
import dev.prisma4j.generator.java.JavaNames;
import dev.prisma4j.schema.diagnostic.Spelling;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the generator block adds to models, or takes from them.
 *
 * @param omit fields that reads leave out unless they are selected: {@code User.password}
 * @param methods interfaces of the program's whose methods become those of a model's operations, {@code
 *     User:com.example.UserMethods}, or of the client, {@code com.example.ShopMethods}
 * @param computed interfaces of the program's whose methods become those of a model's rows: {@code
 *     User:com.example.FullName}
 */
public record Additions(List<String> omit, List<String> methods, List<String> computed) {
    /** None. */
    public static final Additions NONE = new Additions(List.of(), List.of(), List.of());

    public Additions {
        omit = List.copyOf(omit);
        methods = List.copyOf(methods);
        computed = List.copyOf(computed);
    }

    /** The fields that are left out. */
    Set<ScalarField> omitted(Schema schema) {
        Set<ScalarField> fields = new LinkedHashSet<>();
        for (String entry : omit) {
            int dot = entry.indexOf('.');
            if (dot < 0) {
                throw new GenerateException(
                        "The option omit has \"" + entry + "\": it names fields, as \"User.password\".");
            }
            Model model = model(schema, "omit", entry.substring(0, dot));
            String name = entry.substring(dot + 1);
            List<String> known =
                    model.scalarFields().stream().map(ScalarField::name).toList();
            fields.add(model.scalarField(name)
                    .orElseThrow(() -> new GenerateException("The option omit has \"" + entry + "\": " + model.name()
                            + " has no such field" + meant(name, known))));
        }
        return fields;
    }

    /** The interfaces of methods by model; those of the client under null. */
    Map<@Nullable Model, List<String>> methods(Schema schema) {
        return interfaces(schema, "methods", methods, true);
    }

    /** The interfaces of rows by model. */
    Map<@Nullable Model, List<String>> computed(Schema schema) {
        return interfaces(schema, "computed", computed, false);
    }

    private static Map<@Nullable Model, List<String>> interfaces(
            Schema schema, String option, List<String> entries, boolean forClient) {
        Map<@Nullable Model, List<String>> interfaces = new LinkedHashMap<>();
        for (String entry : entries) {
            int colon = entry.indexOf(':');
            if (colon < 0 && !forClient) {
                throw new GenerateException("The option " + option + " has \"" + entry
                        + "\": it names a model and an interface, as \"User:com.example.FullName\".");
            }
            String type = entry.substring(colon + 1).strip();
            if (!JavaNames.isPackage(type) || type.indexOf('.') < 0) {
                throw new GenerateException("The option " + option + " has \"" + entry + "\": " + type
                        + " is not the full name of a Java interface.");
            }
            Model model = colon < 0
                    ? null
                    : model(schema, option, entry.substring(0, colon).strip());
            interfaces.computeIfAbsent(model, key -> new ArrayList<>()).add(type);
        }
        return interfaces;
    }

    private static Model model(Schema schema, String option, String name) {
        List<String> known = schema.models().stream().map(Model::name).toList();
        return schema.model(name)
                .orElseThrow(() -> new GenerateException("The option " + option + " speaks of a model " + name
                        + ", which there is not" + meant(name, known)));
    }

    private static String meant(String name, List<String> known) {
        String near = Spelling.closest(name, known);
        return near == null ? "." : ": did you mean " + near + "?";
    }
}
