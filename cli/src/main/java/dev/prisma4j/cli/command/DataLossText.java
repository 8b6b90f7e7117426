// The words for what a migration may destroy.
package dev.prisma4j.cli.command;

import dev.prisma4j.migrate.danger.DataLoss;
import java.util.List;
import java.util.stream.Collectors;

/** Findings as a list of lines. */
final class DataLossText {
    private DataLossText() {}

    static String lines(List<DataLoss.Finding> findings) {
        return findings.stream().map(finding -> "  - " + finding.message()).collect(Collectors.joining("\n"));
    }
}
