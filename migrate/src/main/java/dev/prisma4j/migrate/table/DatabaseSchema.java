package dev.prisma4j.migrate.table;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The description of one database. Lists are in the order in which the database or the schema gave them; that order
 * decides the order of the statements of a migration.
 *
 * @param namespaces the database schemas that are there (PostgreSQL, CockroachDB, SQL Server); else empty
 * @param tables the tables
 * @param enums the enum types; empty where an enum is a property of a column
 * @param sequences the sequences that columns may use by name
 * @param views the views, which migrations never touch
 * @param extensions the extensions
 * @param userTypes the names of other types that users defined, which only a reset drops
 * @param ownNamespace the namespace that names without one are in, where a live database was described, or null
 */
public record DatabaseSchema(
        List<String> namespaces,
        List<Table> tables,
        List<EnumDefinition> enums,
        List<Sequence> sequences,
        List<View> views,
        List<Extension> extensions,
        List<ObjectName> userTypes,
        @Nullable String ownNamespace) {
    public DatabaseSchema {
        namespaces = List.copyOf(namespaces);
        tables = List.copyOf(tables);
        enums = List.copyOf(enums);
        sequences = List.copyOf(sequences);
        views = List.copyOf(views);
        extensions = List.copyOf(extensions);
        userTypes = List.copyOf(userTypes);
    }

    /** A database without anything, not even a namespace. */
    public static DatabaseSchema empty() {
        return new DatabaseSchema(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null);
    }

    /** The table of that name. */
    public Optional<Table> table(ObjectName name) {
        return tables.stream().filter(t -> t.name().equals(name)).findFirst();
    }

    /** The enum of that name. */
    public Optional<EnumDefinition> enumDefinition(ObjectName name) {
        return enums.stream().filter(e -> e.name().equals(name)).findFirst();
    }

    /** The same database with other tables. */
    public DatabaseSchema withTables(List<Table> newTables) {
        return new DatabaseSchema(namespaces, newTables, enums, sequences, views, extensions, userTypes, ownNamespace);
    }

    /** The same database with other namespaces. */
    public DatabaseSchema withNamespaces(List<String> newNamespaces) {
        return new DatabaseSchema(newNamespaces, tables, enums, sequences, views, extensions, userTypes, ownNamespace);
    }

    /** The same database with other enums. */
    public DatabaseSchema withEnums(List<EnumDefinition> newEnums) {
        return new DatabaseSchema(namespaces, tables, newEnums, sequences, views, extensions, userTypes, ownNamespace);
    }

    /** The same database with other extensions. */
    public DatabaseSchema withExtensions(List<Extension> newExtensions) {
        return new DatabaseSchema(namespaces, tables, enums, sequences, views, newExtensions, userTypes, ownNamespace);
    }

    /** The same database with other views. */
    public DatabaseSchema withViews(List<View> newViews) {
        return new DatabaseSchema(namespaces, tables, enums, sequences, newViews, extensions, userTypes, ownNamespace);
    }
}
