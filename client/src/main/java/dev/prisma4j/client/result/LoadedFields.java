package dev.prisma4j.client.result;

import dev.prisma4j.client.model.ModelType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which fields of a model the rows of a query hold, and where: all rows of the query share it, so that each needs room for
 * nothing but what was loaded. For the library and generated code.
 */
public final class LoadedFields {
    private final ModelType<?> type;
    private final int[] places;
    private final Object absentRelation;

    /**
     * @param type the model
     * @param places for each position (scalars, relations, the relation counts) the place of its value in a row, or -1 for
     *     what is not loaded; the array is not copied
     * @param absentRelation what stands for relations and counts that are not loaded
     */
    public LoadedFields(ModelType<?> type, int[] places, Object absentRelation) {
        this.type = type;
        this.places = places;
        this.absentRelation = absentRelation;
    }

    ModelType<?> type() {
        return type;
    }

    /** How many positions there are. */
    int count() {
        return places.length;
    }

    boolean holds(int position) {
        return places[position] >= 0;
    }

    /** The name of what is at a position. */
    String name(int position) {
        boolean field = position < type.scalars().size() + type.relations().size();
        return field ? type.fieldName(position) : "_count";
    }

    /** The value at a position of a row; {@link NotSelected} or {@link NotIncluded} where it is not loaded. */
    @Nullable
    Object in(@Nullable Object[] row, int position) {
        int place = places[position];
        if (place >= 0) {
            return row[place];
        }
        return position < type.scalars().size() ? NotSelected.VALUE : absentRelation;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof LoadedFields fields
                        && fields.type == type
                        && fields.absentRelation == absentRelation
                        && Arrays.equals(fields.places, places);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(places);
    }
}
