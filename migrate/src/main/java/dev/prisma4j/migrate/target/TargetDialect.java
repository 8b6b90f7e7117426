package dev.prisma4j.migrate.target;

import dev.prisma4j.migrate.table.ColumnDefault;
import dev.prisma4j.migrate.table.ColumnType;
import dev.prisma4j.migrate.table.ObjectName;
import dev.prisma4j.schema.model.DefaultValue;
import dev.prisma4j.schema.model.EnumType;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.NativeType;
import dev.prisma4j.schema.model.ReferentialAction;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.ScalarType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How one database stores what a schema asks for. */
public interface TargetDialect {
    /** The type of a field's column, or of its elements. */
    ColumnType typeOf(ScalarField field);

    /** The type of a column that holds an enum, which is a type of that name where enums are types. */
    ColumnType enumType(EnumType type, ObjectName name);

    /** The native type that a field of that type has without saying so, or null where there are none. */
    default @Nullable NativeType defaultNativeType(ScalarType type) {
        return null;
    }

    /** The namespaces of a schema that names none. */
    default List<String> defaultNamespaces() {
        return List.of();
    }

    /** Whether enums are types of their own. */
    default boolean hasEnumTypes() {
        return false;
    }

    /** Whether enums are texts for the database, so that only a schema knows which columns hold one. */
    default boolean storesEnumsAsText() {
        return false;
    }

    /** Whether the database has the index methods and operator classes that a schema may name. */
    default boolean hasIndexMethods() {
        return false;
    }

    /** Whether primary keys are named constraints. */
    default boolean namesPrimaryKeys() {
        return true;
    }

    /** Whether the join table of an implicit many-to-many relation has a primary key instead of a unique index. */
    default boolean joinTablesHavePrimaryKey() {
        return false;
    }

    /** The most bytes of a name. */
    int nameLimit();

    /** Whether the database counts up the column of that field. */
    default boolean autoIncrements(Model model, ScalarField field) {
        return field.defaultValue()
                .filter(d -> d instanceof DefaultValue.Function f && f.name().equals("autoincrement"))
                .isPresent();
    }

    /** The database's default of a column that {@code autoincrement()} fills, or null where it needs none. */
    default @Nullable ColumnDefault autoIncrementDefault() {
        return null;
    }

    /** The actions of the keys of a join table whose two sides are the same model, or not. */
    default ReferentialAction joinTableAction(boolean selfRelation) {
        return ReferentialAction.CASCADE;
    }

    /** The name of a sequence made for a column. */
    default String sequenceName(ObjectName table, String column) {
        throw new IllegalStateException("this database has no sequence()");
    }

    /** The name of a default's constraint where the schema gives none, or null where defaults have no names. */
    default @Nullable String defaultConstraintName(ObjectName table, String column) {
        return null;
    }

    /** Whether the database can have that default; others are left to the client. */
    default boolean supportsDefault(ScalarField field, ColumnDefault value) {
        return true;
    }

    /** Whether a unique index over the whole values of that field has a direction. */
    default boolean ordersUnique(ScalarField field) {
        return true;
    }

    /** The name quoted as an identifier. */
    default String quote(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /** The spelling of a boolean. */
    default String booleanLiteral(boolean value) {
        return String.valueOf(value);
    }
}
