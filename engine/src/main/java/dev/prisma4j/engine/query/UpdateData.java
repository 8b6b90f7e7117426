package dev.prisma4j.engine.query;

import java.util.List;

/**
 * The changes of a row.
 *
 * @param fields changes of its own fields, each field once
 * @param relations what to do with related rows, in order
 */
public record UpdateData(List<FieldUpdate> fields, List<NestedWrite> relations) {
    /** No change. */
    public static final UpdateData NONE = new UpdateData(List.of(), List.of());

    public UpdateData {
        fields = List.copyOf(fields);
        relations = List.copyOf(relations);
    }

    /** Changes of the row's own fields only. */
    public static UpdateData of(FieldUpdate... fields) {
        return new UpdateData(List.of(fields), List.of());
    }
}
