package dev.prisma4j.engine.query;

import dev.prisma4j.schema.model.Model;
import java.util.List;

/**
 * Makes many rows and tells how many.
 *
 * @param rows the data, without relations
 * @param skipDuplicates whether rows that would break a unique constraint are left out
 */
public record CreateMany(Model model, List<CreateData> rows, boolean skipDuplicates) implements Query<Long> {
    public CreateMany {
        rows = List.copyOf(rows);
    }

    @Override
    public String operation() {
        return "createMany";
    }
}
