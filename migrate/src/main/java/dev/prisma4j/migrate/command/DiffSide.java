package dev.prisma4j.migrate.command;

import dev.prisma4j.migrate.database.DatabaseAddress;
import dev.prisma4j.migrate.history.MigrationFolder;
import dev.prisma4j.schema.model.Schema;

/** One side of {@code migrate diff}. */
public sealed interface DiffSide {
    /** Nothing. */
    record Empty() implements DiffSide {}

    /** What a schema asks for. */
    record OfSchema(Schema schema) implements DiffSide {}

    /** What migrations make of an empty database; needs a shadow database. */
    record OfMigrations(MigrationFolder folder) implements DiffSide {}

    /** The project's database as it is. */
    record OfDatabase() implements DiffSide {}

    /** Another database of the same kind as it is. */
    record OfDatabaseAt(DatabaseAddress address) implements DiffSide {}
}
