package dev.prisma4j.migrate.command;

import dev.prisma4j.migrate.danger.DataLoss;
import dev.prisma4j.migrate.history.MigrationFile;
import java.util.List;

/**
 * What {@code migrate down} is about to do.
 *
 * @param migrations the migrations in the order in which they are undone
 * @param dataLoss what is dangerous about it, counted from the rows that are there
 * @param checked whether the scripts were tried on a shadow database; if not, nobody knows what they lose
 */
public record DownPlan(List<MigrationFile> migrations, DataLoss dataLoss, boolean checked) {
    public DownPlan {
        migrations = List.copyOf(migrations);
    }

    /** Whether somebody has to agree first. */
    public boolean needsConsent() {
        return !checked || !dataLoss.warnings().isEmpty();
    }

    /** The names of the migrations in the order in which they are undone. */
    public List<String> names() {
        return migrations.stream().map(MigrationFile::name).toList();
    }
}
