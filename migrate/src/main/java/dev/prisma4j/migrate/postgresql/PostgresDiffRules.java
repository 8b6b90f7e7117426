package dev.prisma4j.migrate.postgresql;

import dev.prisma4j.migrate.diff.DefaultComparison;
import dev.prisma4j.migrate.diff.DiffRules;
import dev.prisma4j.migrate.diff.TypeChange;
import dev.prisma4j.migrate.table.Column;
import dev.prisma4j.migrate.table.ColumnDefault;
import dev.prisma4j.migrate.table.ColumnType;
import dev.prisma4j.migrate.table.DatabaseSchema;
import dev.prisma4j.migrate.table.Index;
import dev.prisma4j.migrate.table.IndexColumn;
import dev.prisma4j.migrate.table.TypeFamily;
import dev.prisma4j.schema.model.NativeType;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL can alter. */
public class PostgresDiffRules implements DiffRules {
    private static final Set<String> TEXTS = Set.of("Text", "VarChar", "Char");

    private static final ColumnType TEXT = new ColumnType(TypeFamily.STRING, "TEXT", null, null);

    private final boolean managesExtensions;
    private final boolean managesPartialIndexes;

    /**
     * Makes the rules.
     *
     * @param managesExtensions whether the schema says which extensions there are (preview {@code postgresqlExtensions})
     * @param managesPartialIndexes whether it says which partial indexes there are (preview {@code partialIndexes})
     */
    public PostgresDiffRules(boolean managesExtensions, boolean managesPartialIndexes) {
        this.managesExtensions = managesExtensions;
        this.managesPartialIndexes = managesPartialIndexes;
    }

    @Override
    public boolean managesPartialIndexes() {
        return managesPartialIndexes;
    }

    @Override
    public @Nullable TypeChange typeChange(Column from, Column to) {
        ColumnType a = from.type();
        ColumnType b = to.type();
        if (a.enumName() != null || b.enumName() != null) {
            return enumChange(from, to);
        }
        if (isNamed(from, to)) {
            return null;
        }
        if (from.isList() != to.isList()) {
            return from.isList() && b.nativeType() != null ? listToScalar(b.nativeType()) : TypeChange.NOT_CASTABLE;
        }
        if (a.family() == TypeFamily.UNSUPPORTED || b.family() == TypeFamily.UNSUPPORTED) {
            return a.family() == b.family() ? null : TypeChange.SAFE;
        }
        return PostgresCasts.change(Objects.requireNonNull(a.nativeType()), Objects.requireNonNull(b.nativeType()));
    }

    /** Whether one side says by its SQL name what the other is. */
    private static boolean isNamed(Column from, Column to) {
        boolean unsupported = from.type().family() == TypeFamily.UNSUPPORTED;
        if (unsupported && to.type().family() == TypeFamily.UNSUPPORTED) {
            return isNamedList(from, to) || isNamedList(to, from);
        }
        return unsupported
                ? PostgresTypeNames.names(from.type().sql(), to)
                : to.type().family() == TypeFamily.UNSUPPORTED
                        && PostgresTypeNames.names(to.type().sql(), from);
    }

    /** A list whose field is none, since its brackets are within the name: {@code Unsupported("circle[]")}. */
    private static boolean isNamedList(Column list, Column other) {
        return list.isList()
                && !other.isList()
                && other.type().family() == TypeFamily.UNSUPPORTED
                && PostgresTypeNames.isList(other.type().sql());
    }

    /** Whether there may be no value in a list is not looked at. */
    @Override
    public boolean sameArity(Column from, Column to) {
        return from.arity() == to.arity() || isNamedList(from, to) || isNamedList(to, from);
    }

    /** An expression that is nothing but a value is that value: {@code dbgenerated("'{}'::jsonb")}. */
    @Override
    public boolean sameDefault(Column from, Column to) {
        return DefaultComparison.same(from, to) || DefaultComparison.same(valued(from, to), valued(to, from));
    }

    private static Column valued(Column column, Column other) {
        ColumnDefault value = column.defaultValue();
        if (!(value instanceof ColumnDefault.Expression || isUuid(column))) {
            return column;
        }
        ColumnType type = column.type().family() == TypeFamily.UNSUPPORTED ? other.type() : column.type();
        ColumnType read = isUuid(column) || isUuid(other) ? TEXT : type;
        boolean list = column.isList() || other.isList();
        if (value instanceof ColumnDefault.Expression expression && expression.sql() != null) {
            boolean dates = list && read.family() == TypeFamily.DATE_TIME; // to see how many they are
            value = PostgresDefaults.parse(expression.sql(), dates ? TEXT : read, list);
        }
        if (value instanceof ColumnDefault.Expression expression && expression.sql() != null) {
            value = new ColumnDefault.Expression(PostgresSpelling.of(expression.sql()));
        }
        if (isUuid(column)
                && value instanceof ColumnDefault.Literal literal
                && literal.value() instanceof String text) {
            value = new ColumnDefault.Literal(text.toLowerCase(Locale.ROOT));
        }
        return new Column(column.name(), read, column.arity(), value, null, column.autoIncrement(), false, null);
    }

    private static boolean isUuid(Column column) {
        return column.type().family() == TypeFamily.UUID;
    }

    /** Lists are printed like {@code {a,b}}. */
    private static TypeChange listToScalar(NativeType to) {
        return TEXTS.contains(to.name()) ? TypeChange.SAFE : TypeChange.NOT_CASTABLE;
    }

    private static @Nullable TypeChange enumChange(Column from, Column to) {
        boolean same = Objects.equals(from.type().enumName(), to.type().enumName());
        return same && from.isList() == to.isList() ? null : TypeChange.NOT_CASTABLE;
    }

    @Override
    public boolean typeChangeRecreatesPrimaryKey() {
        return true;
    }

    @Override
    public boolean sameIndex(Index from, Index to) {
        return from.kind() == to.kind()
                && Objects.equals(from.algorithm(), to.algorithm())
                && samePredicate(from, to)
                && sameColumns(from, to);
    }

    private static boolean sameColumns(Index from, Index to) {
        if (from.columns().size() != to.columns().size()) {
            return false;
        }
        for (int i = 0; i < from.columns().size(); i++) {
            IndexColumn a = from.columns().get(i);
            IndexColumn b = to.columns().get(i);
            if (!a.name().equals(b.name()) || a.isDescending() != b.isDescending() || !sameOperatorClass(a, b)) {
                return false;
            }
        }
        return true;
    }

    /** A class that is named though it is the usual one is the same as none. */
    private static boolean sameOperatorClass(IndexColumn a, IndexColumn b) {
        return Objects.equals(a.operatorClass(), b.operatorClass())
                || a.operatorClass() == null && Objects.equals(a.usualClass(), b.operatorClass())
                || b.operatorClass() == null && Objects.equals(b.usualClass(), a.operatorClass());
    }

    @Override
    public boolean managesExtensions(DatabaseSchema to) {
        return managesExtensions;
    }
}
