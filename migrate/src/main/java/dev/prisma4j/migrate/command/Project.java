package dev.prisma4j.migrate.command;

import dev.prisma4j.migrate.database.DatabaseAddress;
import dev.prisma4j.migrate.database.DatabaseKind;
import dev.prisma4j.migrate.database.DescribeOptions;
import dev.prisma4j.migrate.history.MigrationFolder;
import dev.prisma4j.migrate.introspect.OldTools;
import dev.prisma4j.migrate.table.DatabaseSchema;
import dev.prisma4j.migrate.target.TargetTables;
import dev.prisma4j.schema.model.Datasource;
import dev.prisma4j.schema.model.Schema;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a command works on.
 *
 * @param schema the schema
 * @param kind the kind of database
 * @param address the database
 * @param shadow a database to try migrations on, or null to make one
 * @param folder the migrations
 * @param external tables and enums that others look after: migrations leave them alone
 * @param shadowScript SQL that a shadow database starts with, or nothing
 * @param clock what time it is
 */
public record Project(
        Schema schema,
        DatabaseKind kind,
        DatabaseAddress address,
        @Nullable DatabaseAddress shadow,
        MigrationFolder folder,
        Set<String> external,
        String shadowScript,
        Clock clock) {
    public Project {
        external = Set.copyOf(external);
    }

    /** The same project on another database. */
    Project at(DatabaseAddress other) {
        return new Project(schema, kind, other, shadow, folder, external, shadowScript, clock);
    }

    /**
     * What migrations leave alone: what is external, and the tables in which other tools keep their histories, unless the
     * schema has them.
     */
    Set<String> leftAlone() {
        Set<String> names = new HashSet<>(OldTools.tables());
        schema.models().forEach(model -> names.remove(model.databaseName()));
        names.addAll(external);
        return names;
    }

    /** Whether the shadow database that the user named, which is emptied, is that database. */
    boolean shadowIs(DatabaseAddress database) {
        boolean wholeDatabase = !describeOptions().namespaces().isEmpty();
        return shadow != null && shadow.isSameDatabaseAs(database, wholeDatabase);
    }

    /** What to describe of the database. */
    public DescribeOptions describeOptions() {
        List<String> namespaces = schema.datasource().map(Datasource::schemas).orElse(List.of());
        return new DescribeOptions(namespaces);
    }

    /** The tables that the schema asks for. */
    public DatabaseSchema target() {
        return target(schema);
    }

    /** The tables that another schema asks for on this database. */
    DatabaseSchema target(Schema other) {
        return Scope.withoutExternal(TargetTables.of(other, kind.target(), kind.ownNamespace(address)), external);
    }
}
