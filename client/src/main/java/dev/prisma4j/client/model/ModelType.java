package dev.prisma4j.client.model;

import dev.prisma4j.engine.query.Selection;
import dev.prisma4j.engine.result.Row;
import dev.prisma4j.schema.model.Field;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A generated model at run time: its fields in the datamodel by position, the reader of its rows, and factories for the
 * generated types around it. Generated code keeps one instance per model, and with it the one {@link #all()} selection
 * that lets the engine find a plan by identity.
 *
 * <p>The factories give plain objects, because the packages of those types lie above this one; who calls them knows
 * the type from the generated signature at hand.
 *
 * @param <M> the record of the model
 */
public abstract class ModelType<M> {
    private final Model model;
    private final List<ScalarField> scalars;
    private final List<RelationField> relations;
    private final List<List<ScalarField>> keys;
    private final String[] names;
    private final boolean[] usual;
    private final Selection<M> all;

    /**
     * @param schema the datamodel that the code was generated from
     * @param name the model's name
     * @param omitted the positions of the scalars that reads leave out unless they are selected
     */
    protected ModelType(Schema schema, String name, int... omitted) {
        model = schema.model(name)
                .orElseThrow(() -> new IllegalStateException("The schema has no model " + name + "."));
        scalars = model.scalarFields().stream()
                .filter(field -> !field.isIgnored() && !field.isUnsupported())
                .toList();
        relations = model.relationFields().stream()
                .filter(field -> !field.isIgnored() && !field.relatedModel().isIgnored())
                .toList();
        keys = model.uniqueCriteria().stream().map(key -> key.fields()).toList();
        names = java.util.stream.Stream.concat(scalars.stream(), relations.stream())
                .map(Field::name)
                .toArray(String[]::new);
        usual = new boolean[scalars.size()];
        Arrays.fill(usual, true);
        for (int index : omitted) {
            usual[index] = false;
        }
        all = Selection.of(
                model,
                IntStream.range(0, usual.length)
                        .filter(index -> usual[index])
                        .mapToObj(scalars::get)
                        .toList(),
                this::read);
    }

    /** The model in the datamodel. */
    public final Model model() {
        return model;
    }

    /** The scalar fields that clients see, in source order. */
    public final List<ScalarField> scalars() {
        return scalars;
    }

    /** The relation fields that clients see, in source order. */
    public final List<RelationField> relations() {
        return relations;
    }

    /** A scalar field by position. */
    public final ScalarField scalar(int index) {
        return scalars.get(index);
    }

    /** A relation field by position. */
    public final RelationField relation(int index) {
        return relations.get(index);
    }

    /** The fields of a unique criterion by position. */
    public final List<ScalarField> key(int index) {
        return keys.get(index);
    }

    /** Whether reads give a scalar that do not say otherwise. */
    public final boolean isUsual(int index) {
        return usual[index];
    }

    /** The name of a field: scalars first, then relations. */
    public final String fieldName(int index) {
        return names[index];
    }

    /** Reads all scalars into the model's record. */
    public final Selection<M> all() {
        return all;
    }

    /** Makes the model's record of a row with all scalars. */
    public abstract M read(Row row);

    /** A value as the engine gives it, in the type that generated code promises: enums become Java enums. */
    public @Nullable Object convert(int scalar, @Nullable Object value) {
        return value;
    }

    /** The fields, seen along a path. */
    public abstract Object fields(Path path);

    /** What names the unique criteria. */
    public abstract Object unique();

    /** An empty read. */
    public abstract Object find();

    /** The data of a new row, empty. */
    public abstract Object create();

    /** The changes of a row, empty. */
    public abstract Object update();

    /** The changes of many rows, empty. */
    public abstract Object updateMany();

    @Override
    public final String toString() {
        return model.name();
    }
}
