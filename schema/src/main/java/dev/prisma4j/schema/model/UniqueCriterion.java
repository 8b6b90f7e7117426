package dev.prisma4j.schema.model;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A set of fields that identifies one row.
 *
 * @param fields one field, or several of a compound key
 * @param givenName the name given by {@code name:}, or null
 * @param primary whether it is the primary key
 */
public record UniqueCriterion(
        List<ScalarField> fields, @Nullable String givenName, boolean primary) {
    public UniqueCriterion {
        fields = List.copyOf(fields);
    }

    /** Whether it has more than one field. */
    public boolean isCompound() {
        return fields.size() > 1;
    }

    /** The key under which clients give it: the field's name, the given name, or the fields' names joined by {@code _}. */
    public String name() {
        if (givenName != null && isCompound()) {
            return givenName;
        }
        return fields.stream().map(Field::name).collect(Collectors.joining("_"));
    }
}
