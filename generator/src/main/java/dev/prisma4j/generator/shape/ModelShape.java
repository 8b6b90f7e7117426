package dev.prisma4j.generator.shape;

import dev.prisma4j.generator.error.GenerateException;
import dev.prisma4j.schema.model.Model;
import java.util.List;

/**
 * A model as it is generated.
 *
 * @param model the model
 * @param names its types
 * @param accessor the method of the client that leads to its operations
 * @param scalars the scalar fields that clients see
 * @param relations the relation fields that clients see
 * @param requirements the required fields of a new row
 * @param keys the unique criteria, with the name of the method for each
 * @param creatable whether clients can make rows
 * @param methods interfaces of the program's whose methods become those of its operations
 * @param computed interfaces of the program's whose methods become those of its rows
 */
public record ModelShape(
        Model model,
        TypeNames names,
        String accessor,
        List<ScalarShape> scalars,
        List<RelationShape> relations,
        List<Requirement> requirements,
        List<Key> keys,
        boolean creatable,
        List<String> methods,
        List<String> computed) {
    /**
     * A unique criterion.
     *
     * @param method the method's name
     * @param index its position among the unique criteria of the model
     * @param fields its fields
     */
    public record Key(String method, int index, List<ScalarShape> fields) {}

    /** Above so many scalars a type parameter for each would make the compiler slow: see {@link #wide()}. */
    private static final int WIDE = 60;

    /**
     * Whether it has so many scalars that the results of selections do not tell by their type which ones were selected.
     * Relations they tell; a scalar that was not selected is refused when it is read.
     */
    public boolean wide() {
        return scalars.size() > WIDE;
    }

    /** How many values the constructor of a record can take; a long and a double count twice. */
    public static final int RECORD = 254;

    /** Whether the record's numbers must be objects, because Java would not take so many long and double. */
    public boolean boxed() {
        int values = 0;
        for (ScalarShape scalar : usual()) {
            String primitive = scalar.optional() || scalar.type().list()
                    ? null
                    : scalar.type().primitive();
            values += "long".equals(primitive) || "double".equals(primitive) ? 2 : 1;
        }
        return values > RECORD;
    }

    /** Refuses a model with more fields than a record can have. */
    static void refuseMoreThanARecordHolds(Model model, List<ScalarShape> scalars) {
        long usual = scalars.stream().filter(scalar -> !scalar.omitted()).count();
        if (usual > RECORD) {
            throw new GenerateException("The model %s has %d fields, and a Java record cannot have more than %d. Name"
                            .formatted(model.name(), usual, RECORD)
                    + " those that are seldom read in the generator's omit = [\"" + model.name()
                    + ".field\"]: they can still be selected.");
        }
    }

    /** The scalars that reads give that do not say otherwise. */
    public List<ScalarShape> usual() {
        return scalars.stream().filter(scalar -> !scalar.omitted()).toList();
    }

    /** The relations with many rows. */
    public List<RelationShape> lists() {
        return relations.stream().filter(RelationShape::list).toList();
    }
}
