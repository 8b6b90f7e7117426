package dev.prisma4j.migrate.introspect;

import dev.prisma4j.migrate.table.Column;
import dev.prisma4j.migrate.table.ColumnDefault;
import dev.prisma4j.migrate.table.TypeFamily;
import dev.prisma4j.schema.model.DefaultValue;
import dev.prisma4j.schema.model.ScalarField;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What {@code @default(..)} says of a column's default, or of what the client fills in. */
final class DefaultText {
    private static final Set<String> CLIENT_FUNCTIONS = Set.of("uuid", "cuid", "ulid", "nanoid");

    private DefaultText() {}

    /** The argument of {@code @default}, or null if there is nothing to say. */
    static @Nullable String of(Column column, @Nullable EnumDraft enumDraft, @Nullable ScalarField known) {
        ColumnDefault value = column.defaultValue();
        if (column.autoIncrement()) {
            return "autoincrement()";
        } else if (value == null) {
            return clientFunction(known);
        } else if (value instanceof ColumnDefault.Now) {
            return "now()";
        } else if (value instanceof ColumnDefault.UniqueRowId) {
            return "autoincrement()";
        } else if (value instanceof ColumnDefault.NextOf next) {
            return "dbgenerated(" + SchemaNames.quoted("nextval('" + next.sequence() + "'::regclass)") + ")";
        } else if (value instanceof ColumnDefault.Expression e) {
            return e.sql() == null ? "dbgenerated()" : "dbgenerated(" + SchemaNames.quoted(e.sql()) + ")";
        } else if (value instanceof ColumnDefault.Literal literal) {
            return literal(column.type().family(), literal.value(), enumDraft);
        } else if (value instanceof ColumnDefault.ListLiteral list) {
            if (enumDraft != null
                    && list.values().stream()
                            .anyMatch(
                                    v -> enumDraft.valueName(String.valueOf(v)).isEmpty())) {
                return null; // with a value that the schema cannot name there is no such list
            }
            return list.values().stream()
                    .map(v -> literal(column.type().family(), v, enumDraft))
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        throw new IllegalStateException("unknown default " + value);
    }

    /** A function of the client leaves nothing in the database, so only the schema knows of it. */
    private static @Nullable String clientFunction(@Nullable ScalarField known) {
        if (known != null
                && known.defaultValue().orElse(null) instanceof DefaultValue.Function function
                && CLIENT_FUNCTIONS.contains(function.name())) {
            String arguments = function.arguments().stream()
                    .map(a -> String.valueOf(a.value()))
                    .collect(Collectors.joining(", "));
            return function.name() + "(" + arguments + ")";
        }
        return null;
    }

    private static String literal(TypeFamily family, Object value, @Nullable EnumDraft enumDraft) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        } else if (value instanceof Boolean) {
            return String.valueOf(value);
        } else if (value instanceof ColumnDefault.Bytes bytes) {
            return SchemaNames.quoted(
                    Base64.getEncoder().encodeToString(HexFormat.of().parseHex(bytes.hex())));
        }
        String text = String.valueOf(value);
        if (enumDraft != null) {
            String name = enumDraft.valueName(text);
            return name.isEmpty() ? "dbgenerated(" + SchemaNames.quoted("'" + text + "'") + ")" : name;
        }
        return switch (family) {
            case DATE_TIME, ENUM, UNSUPPORTED ->
                "dbgenerated(" + SchemaNames.quoted("'" + text.replace("'", "''") + "'") + ")";
            default -> SchemaNames.quoted(text);
        };
    }
}
