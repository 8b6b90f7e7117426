package dev.prisma4j.generator.shape;

import dev.prisma4j.generator.typedsql.SqlQuery;
import dev.prisma4j.schema.model.EnumType;
import dev.prisma4j.schema.model.EnumValue;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.Schema;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The whole client as it is generated.
 *
 * @param schema the schema
 * @param packageName the package
 * @param models the models that clients see
 * @param byModel the same by model
 * @param enums the enums
 * @param types the simple names of all generated types
 * @param queries the typed queries
 * @param methods interfaces of the program's whose methods become those of the client
 */
public record ClientShape(
        Schema schema,
        String packageName,
        List<ModelShape> models,
        Map<Model, ModelShape> byModel,
        List<EnumShape> enums,
        Set<String> types,
        List<SqlQuery> queries,
        List<String> methods) {
    /**
     * An enum.
     *
     * @param type the enum
     * @param name its Java name
     * @param constants its values
     */
    public record EnumShape(EnumType type, String name, List<Constant> constants) {
        /** Whether a value has another name in Java than in the schema. */
        public boolean renamed() {
            return constants.stream()
                    .anyMatch(
                            constant -> !constant.name().equals(constant.value().name()));
        }
    }

    /**
     * An enum value.
     *
     * @param value the value
     * @param name its Java name
     */
    public record Constant(EnumValue value, String name) {}

    /** The model that a relation leads to. */
    public ModelShape target(RelationShape relation) {
        ModelShape target = byModel.get(relation.field().relatedModel());
        if (target == null) {
            throw new IllegalStateException(relation.field() + " leads to a model that clients do not see");
        }
        return target;
    }
}
