package dev.prisma4j.generator.type;

import dev.prisma4j.generator.java.JavaNames;
import dev.prisma4j.generator.shape.ModelShape;
import dev.prisma4j.generator.shape.RelationShape;
import dev.prisma4j.generator.shape.ScalarShape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The type parameters of a result type, in order: scalars (but for those of wide models), relations, and the counts where
 * the model has list relations.
 *
 * @param parameters their names
 * @param nullable whether what each stands for may be null
 */
record Slots(List<String> parameters, List<Boolean> nullable) {

    /** One per relation. */
    static Slots ofRelations(ModelShape model, Set<String> types) {
        return build(model, types, false, true);
    }

    /** One per scalar. */
    static Slots ofScalars(ModelShape model, Set<String> types) {
        return build(model, types, true, false);
    }

    /** One per scalar and relation. */
    static Slots ofAll(ModelShape model, Set<String> types) {
        return build(model, types, true, true);
    }

    /** One per list relation, for its count. */
    static Slots ofCounts(ModelShape model, Set<String> types) {
        Set<String> taken = new HashSet<>();
        List<String> parameters = new ArrayList<>();
        List<Boolean> nullable = new ArrayList<>();
        for (RelationShape relation : model.lists()) {
            parameters.add(parameter(relation.member(), types, taken));
            nullable.add(false);
        }
        return new Slots(parameters, nullable);
    }

    private static Slots build(ModelShape model, Set<String> types, boolean scalars, boolean relations) {
        Set<String> taken = new HashSet<>();
        List<String> parameters = new ArrayList<>();
        List<Boolean> nullable = new ArrayList<>();
        if (scalars && !model.wide()) {
            for (ScalarShape scalar : model.scalars()) {
                parameters.add(parameter(scalar.member(), types, taken));
                nullable.add(scalar.optional());
            }
        }
        if (relations) {
            for (RelationShape relation : model.relations()) {
                parameters.add(parameter(relation.member(), types, taken));
                nullable.add(relation.field().isOptional());
            }
            if (!model.lists().isEmpty()) {
                parameters.add(parameter("counts", types, taken));
                nullable.add(false);
            }
        }
        return new Slots(parameters, nullable);
    }

    /** A name that is neither that of a generated type nor taken by another parameter. */
    private static String parameter(String member, Set<String> types, Set<String> taken) {
        String name = "T" + JavaNames.capitalized(member);
        while (types.contains(name) || !taken.add(name)) {
            name = name + "_";
        }
        return name;
    }
}
