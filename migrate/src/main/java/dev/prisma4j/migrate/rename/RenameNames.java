package dev.prisma4j.migrate.rename;

import dev.prisma4j.migrate.table.Column;
import dev.prisma4j.migrate.table.DatabaseSchema;
import dev.prisma4j.migrate.table.EnumDefinition;
import dev.prisma4j.migrate.table.ObjectName;
import dev.prisma4j.migrate.table.Table;
import dev.prisma4j.schema.model.EnumType;
import dev.prisma4j.schema.model.EnumValue;
import dev.prisma4j.schema.model.Field;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads renames as people write them: on the command line as {@code Model.old=new}, in the schema as {@code ///
 * @renamedFrom(old)} above what is new. Names of the schema and of the database are both understood.
 */
final class RenameNames {
    private static final Pattern HINT = Pattern.compile("@renamedFrom\\(\\s*\"?([^\")\\s]+)\"?\\s*\\)");

    private final Schema schema;
    private final DatabaseSchema to;

    RenameNames(Schema schema, DatabaseSchema to) {
        this.schema = schema;
        this.to = to;
    }

    // ---- what the schema says of itself

    /** The renames that stand in the comments of the schema, as they would be written on the command line. */
    List<String> hints() {
        List<String> hints = new ArrayList<>();
        for (Model model : schema.models()) {
            hint(hints, "", model.documentation(), model.name());
            for (Field field : model.fields()) {
                hint(hints, model.name() + ".", field.documentation(), field.name());
            }
        }
        for (EnumType type : schema.enums()) {
            hint(hints, "", type.documentation(), type.name());
            for (EnumValue value : type.values()) {
                hint(hints, type.name() + ".", value.documentation(), value.name());
            }
        }
        return hints;
    }

    private static void hint(List<String> hints, String owner, @Nullable String documentation, String name) {
        if (documentation != null) {
            Matcher matcher = HINT.matcher(documentation);
            if (matcher.find()) {
                hints.add(owner + matcher.group(1) + "=" + name);
            }
        }
    }

    // ---- models and enums

    /** The rename of a table or an enum type, or nothing if the text is none. */
    List<Rename> ofWhole(String text, DatabaseSchema now) {
        String[] sides = text.split("=", 2);
        String old = sides[0].strip();
        String wanted = sides[1].strip();
        for (Table table : now.tables()) {
            ObjectName target = tableNamed(wanted, table.name().namespace()).orElse(null);
            if (table.name().name().equals(old)
                    && target != null
                    && to.table(table.name()).isEmpty()
                    && now.table(target).isEmpty()) {
                return List.of(new Rename.OfTable(table.name(), target));
            }
        }
        for (EnumDefinition type : now.enums()) {
            ObjectName target = enumNamed(wanted, type.name().namespace())
                    .map(EnumDefinition::name)
                    .orElse(null);
            if (type.name().name().equals(old)
                    && target != null
                    && to.enumDefinition(type.name()).isEmpty()
                    && now.enumDefinition(target).isEmpty()) {
                return List.of(new Rename.OfEnum(type.name(), target));
            }
        }
        return List.of();
    }

    private Optional<ObjectName> tableNamed(String name, @Nullable String namespace) {
        String database = schema.models().stream()
                .filter(m -> m.name().equals(name))
                .map(Model::databaseName)
                .findFirst()
                .orElse(name);
        return to.tables().stream()
                .map(Table::name)
                .filter(n -> n.name().equals(database) && Objects.equals(n.namespace(), namespace))
                .findFirst();
    }

    private Optional<EnumDefinition> enumNamed(String name, @Nullable String namespace) {
        String database = schema.enums().stream()
                .filter(e -> e.name().equals(name))
                .map(EnumType::databaseName)
                .findFirst()
                .orElse(name);
        return to.enums().stream()
                .filter(e -> e.name().name().equals(database)
                        && Objects.equals(e.name().namespace(), namespace))
                .findFirst();
    }

    // ---- fields and values

    /** The rename of a column or of an enum's value, or nothing if the text is none. */
    List<Rename> ofPart(String text, DatabaseSchema now) {
        String[] sides = text.split("=", 2);
        int dot = sides[0].lastIndexOf('.');
        if (dot < 0) {
            return List.of();
        }
        String owner = sides[0].substring(0, dot).strip();
        String old = sides[0].substring(dot + 1).strip();
        String wanted = sides[1].strip().substring(sides[1].strip().lastIndexOf('.') + 1);
        for (Table table : to.tables()) {
            Table before = now.table(table.name()).orElse(null);
            if (before != null && isCalled(table, owner)) {
                String target = columnOf(table, owner, wanted);
                boolean oldGoes =
                        before.column(old).isPresent() && table.column(old).isEmpty();
                if (oldGoes
                        && table.column(target).isPresent()
                        && before.column(target).isEmpty()) {
                    return List.of(new Rename.OfColumn(table.name(), old, target));
                }
            }
        }
        return ofValue(owner, old, wanted, now);
    }

    private boolean isCalled(Table table, String name) {
        return table.name().name().equals(name)
                || schema.models().stream()
                        .anyMatch(m -> m.name().equals(name)
                                && m.databaseName().equals(table.name().name()));
    }

    private String columnOf(Table table, String owner, String name) {
        return schema.models().stream()
                .filter(m -> m.name().equals(owner)
                        || m.databaseName().equals(table.name().name()))
                .flatMap(m -> m.scalarField(name).stream())
                .map(ScalarField::databaseName)
                .findFirst()
                .orElse(name);
    }

    private List<Rename> ofValue(String owner, String old, String wanted, DatabaseSchema now) {
        for (EnumType type : schema.enums()) {
            if (!type.name().equals(owner) && !type.databaseName().equals(owner)) {
                continue;
            }
            String target = type.value(wanted).map(EnumValue::databaseName).orElse(wanted);
            boolean oldGoes = type.valueOfDatabaseName(old).isEmpty()
                    && type.valueOfDatabaseName(target).isPresent();
            if (!oldGoes) {
                continue;
            }
            for (EnumDefinition before : now.enums()) {
                if (before.name().name().equals(type.databaseName())
                        && before.values().contains(old)
                        && !before.values().contains(target)) {
                    return List.of(new Rename.OfEnumValue(before.name(), old, target, List.of()));
                }
            }
            List<Rename.ColumnName> columns = columnsOf(type, now);
            boolean listed = columns.stream().allMatch(c -> mayHold(now, c, old));
            if (now.enums().isEmpty() && !columns.isEmpty() && listed) {
                return List.of(new Rename.OfEnumValue(ObjectName.of(type.databaseName()), old, target, columns));
            }
        }
        return List.of();
    }

    /** Whether the column may hold that value: its type lists it, or lists nothing. */
    private static boolean mayHold(DatabaseSchema now, Rename.ColumnName name, String value) {
        String sql = sqlType(now, name);
        return !sql.startsWith("ENUM(") || sql.contains("'" + value.replace("'", "''") + "'");
    }

    private static String sqlType(DatabaseSchema now, Rename.ColumnName name) {
        return now.table(name.table())
                .flatMap(t -> t.column(name.column()))
                .map(c -> c.type().sql())
                .orElse("");
    }

    /** The columns that hold an enum, as far as the database has them. */
    private List<Rename.ColumnName> columnsOf(EnumType type, DatabaseSchema now) {
        List<Rename.ColumnName> columns = new ArrayList<>();
        for (Model model : schema.models()) {
            ObjectName table = to.tables().stream()
                    .map(Table::name)
                    .filter(n -> n.name().equals(model.databaseName()))
                    .findFirst()
                    .orElse(null);
            Table before = table == null ? null : now.table(table).orElse(null);
            if (before == null) {
                continue;
            }
            for (ScalarField field : model.scalarFields()) {
                boolean there = before.column(field.databaseName()).isPresent();
                if (there && type.name().equals(field.type() instanceof EnumType e ? e.name() : "")) {
                    columns.add(new Rename.ColumnName(before.name(), field.databaseName()));
                }
            }
        }
        return columns;
    }

    /** Candidates where a column's type lists the values of its enum, as in MySQL. */
    List<List<Rename>> valuesOfColumns(DatabaseSchema now) {
        List<List<Rename>> result = new ArrayList<>();
        for (EnumType type : schema.enums()) {
            List<Rename.ColumnName> columns = columnsOf(type, now);
            if (columns.isEmpty() || !sqlType(now, columns.get(0)).startsWith("ENUM(")) {
                continue;
            }
            List<String> after =
                    type.values().stream().map(EnumValue::databaseName).toList();
            Column column = now.table(columns.get(0).table())
                    .flatMap(t -> t.column(columns.get(0).column()))
                    .orElseThrow();
            RenameCandidates.addValues(
                    result,
                    ObjectName.of(type.databaseName()),
                    listed(column.type().sql()),
                    after,
                    columns);
        }
        return result;
    }

    /** The values of {@code ENUM('a', 'b')}. */
    private static List<String> listed(String sql) {
        List<String> values = new ArrayList<>();
        Matcher matcher = Pattern.compile("'((?:[^']|'')*)'").matcher(sql);
        while (matcher.find()) {
            values.add(matcher.group(1).replace("''", "'"));
        }
        return values;
    }
}
