package dev.prisma4j.migrate.command;

import java.util.List;

/** The sentences that say why a database has to be reset. */
final class ResetReasons {
    private ResetReasons() {}

    static String drift(boolean hasHistory, String summary) {
        String firstTime = hasHistory
                ? ""
                : "\nIf you are running this the first time on an existing database, please make sure to read this documentation"
                        + " page:\nhttps://www.prisma.io/docs/guides/database/developing-with-prisma-migrate/troubleshooting-development\n";
        return "Drift detected: Your database schema is not in sync with your migration history.\n\n"
                + "The following is a summary of the differences between the expected database schema given your migrations"
                + " files, and the actual schema of the database.\n\n"
                + "It should be understood as the set of changes to get from the expected schema to the actual schema.\n"
                + firstTime + summary;
    }

    static String diverged(String lastCommon, List<String> onlyInDatabase) {
        return "The migrations recorded in the database diverge from the local migrations directory. Last common migration: `"
                + lastCommon + "`. Migrations applied to the database but absent from the migrations directory are: "
                + String.join(", ", onlyInDatabase);
    }

    static String missing(List<String> onlyInDatabase) {
        return "The following migration(s) are applied to the database but missing from the local migrations directory: "
                + String.join(", ", onlyInDatabase);
    }
}
