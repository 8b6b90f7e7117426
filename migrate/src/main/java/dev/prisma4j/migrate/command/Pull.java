package dev.prisma4j.migrate.command;

import dev.prisma4j.migrate.error.MigrateErrors;
import dev.prisma4j.migrate.error.MigrateException;
import dev.prisma4j.migrate.history.HistoryTable;
import dev.prisma4j.migrate.introspect.Introspection;
import dev.prisma4j.migrate.introspect.Introspector;
import dev.prisma4j.migrate.table.DatabaseSchema;
import dev.prisma4j.schema.model.Datasource;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.schema.model.SchemaBuilder;
import dev.prisma4j.schema.source.SourceFile;
import java.util.List;

/** {@code db pull}: writes the schema of the database, keeping what the existing schema says. */
public final class Pull {
    private final Project project;

    /** Pulls for that project. */
    public Pull(Project project) {
        this.project = project;
    }

    /**
     * Introspects the database.
     *
     * @param files the existing schema files
     * @param force whether to ignore what the existing models say ({@code --force})
     * @throws MigrateException P4001 if there is nothing, P1003, and those of connecting
     */
    public Introspection run(List<SourceFile> files, boolean force) {
        DatabaseSchema database;
        try (Session session = Session.open(project)) {
            DatabaseSchema all = session.describeAll();
            database = all.withTables(all.tables().stream()
                    .filter(t -> !t.name().name().equals(HistoryTable.NAME))
                    .toList());
        }
        if (database.tables().isEmpty()
                && database.enums().isEmpty()
                && database.views().isEmpty()) {
            throw MigrateErrors.nothingToIntrospect();
        }
        Schema known = force ? withoutModels(project.schema()) : project.schema();
        return new Introspector(
                        database,
                        known,
                        project.kind().target(),
                        project.kind()::enumValues,
                        project.kind().ownNamespace(project.address()))
                .introspect(files);
    }

    private static Schema withoutModels(Schema schema) {
        Datasource datasource = schema.datasource().orElse(null);
        SchemaBuilder builder = new SchemaBuilder().datasource(datasource);
        schema.generators().forEach(builder::addGenerator);
        return builder.build();
    }
}
