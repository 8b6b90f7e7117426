package dev.prisma4j.migrate.command;

import dev.prisma4j.migrate.history.Checksum;
import dev.prisma4j.migrate.history.HistoryRow;
import dev.prisma4j.migrate.history.MigrationFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the folder and the history compare.
 *
 * @param hasTable whether there is a history
 * @param failed the rows of migrations that failed
 * @param edited the migrations whose script is not the one that was applied, or that failed
 * @param applied the migrations of the folder that are applied
 * @param unapplied the migrations of the folder that the database does not have
 * @param onlyInDatabase the migrations that the folder lacks
 * @param lastCommon the last migration before the two part, or null
 */
public record HistoryDiagnosis(
        boolean hasTable,
        List<HistoryRow> failed,
        List<String> edited,
        List<String> applied,
        List<String> unapplied,
        List<String> onlyInDatabase,
        @Nullable String lastCommon) {

    static HistoryDiagnosis of(boolean hasTable, List<MigrationFile> files, List<HistoryRow> rows) {
        Set<String> inDatabase = new LinkedHashSet<>();
        List<HistoryRow> failed = new ArrayList<>();
        for (HistoryRow row : rows) {
            if (row.rolledBackAt() == null) {
                inDatabase.add(row.name());
            }
            if (row.isFailed()) {
                failed.add(row);
            }
        }
        List<String> edited = new ArrayList<>();
        List<String> applied = new ArrayList<>();
        List<String> unapplied = new ArrayList<>();
        String lastCommon = null;
        for (MigrationFile file : files) {
            if (!inDatabase.remove(file.name())) {
                unapplied.add(file.name());
                continue;
            }
            if (unapplied.isEmpty()) {
                lastCommon = file.name();
            }
            List<HistoryRow> own = rows.stream()
                    .filter(row -> row.name().equals(file.name()) && row.rolledBackAt() == null)
                    .toList();
            if (own.stream().anyMatch(HistoryRow::isApplied)) {
                applied.add(file.name());
            }
            if (!Checksum.matches(own.get(0).checksum(), file.bytes())) {
                edited.add(file.name());
            }
        }
        return new HistoryDiagnosis(
                hasTable, failed, edited, applied, unapplied, new ArrayList<>(inDatabase), lastCommon);
    }

    /** Whether each side has migrations that the other lacks. */
    public boolean diverges() {
        return !unapplied.isEmpty() && !onlyInDatabase.isEmpty();
    }

    /** Whether the database has migrations that the folder lacks, and not the other way round. */
    public boolean folderIsBehind() {
        return unapplied.isEmpty() && !onlyInDatabase.isEmpty();
    }
}
