package dev.prisma4j.migrate.table;

import dev.prisma4j.schema.model.ReferentialAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key.
 *
 * @param name the name of the constraint, or null where it has none
 * @param columns the referencing columns
 * @param referencedTable the table they refer to
 * @param referencedColumns the columns there, in the same order
 * @param onDelete what happens on delete
 * @param onUpdate what happens on update
 * @param ofJoinTable whether it belongs to the join table of an implicit many-to-many relation, whose keys keep the
 *     names they have
 */
public record ForeignKey(
        @Nullable String name,
        List<String> columns,
        ObjectName referencedTable,
        List<String> referencedColumns,
        ReferentialAction onDelete,
        ReferentialAction onUpdate,
        boolean ofJoinTable) {
    public ForeignKey {
        columns = List.copyOf(columns);
        referencedColumns = List.copyOf(referencedColumns);
    }
}
