package dev.prisma4j.migrate.diff;

import dev.prisma4j.migrate.table.Index;
import java.util.ArrayList;
import java.util.List;

/**
 * A unique index that becomes the primary key has to stay until the key is there, else rows lose their identity (and
 * replication its handle) in between: its DROP INDEX moves behind the ALTER TABLE that adds the key.
 */
final class UniqueIndexOrder {
    private UniqueIndexOrder() {}

    static List<Step> repair(List<Step> steps) {
        List<Step> ordered = new ArrayList<>(steps);
        for (Step step : steps) {
            if (step instanceof Step.DropIndex drop
                    && drop.index().isUnique()
                    && drop.table().primaryKey() == null) {
                Step target = steps.stream()
                        .filter(s -> s instanceof Step.AlterTable alter && makesItThePrimaryKey(alter, drop))
                        .findFirst()
                        .orElse(null);
                if (target != null) {
                    ordered.remove(drop);
                    ordered.add(ordered.indexOf(target) + 1, drop);
                }
            }
        }
        return ordered;
    }

    private static boolean makesItThePrimaryKey(Step.AlterTable alter, Step.DropIndex drop) {
        if (!alter.from().name().equals(drop.table().name())) {
            return false;
        }
        Index index = drop.index();
        boolean adds = alter.changes().stream()
                .anyMatch(c -> c instanceof TableChange.AddPrimaryKey add
                        && add.key().columnNames().equals(index.columnNames()));
        boolean losesColumns = alter.changes().stream()
                .anyMatch(c -> c instanceof TableChange.DropColumn d
                                && index.columnNames().contains(d.column().name())
                        || c instanceof TableChange.RecreateColumn r
                                && index.columnNames().contains(r.from().name()));
        return adds && !losesColumns;
    }
}
