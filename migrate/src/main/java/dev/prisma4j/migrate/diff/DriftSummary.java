package dev.prisma4j.migrate.diff;

import dev.prisma4j.migrate.table.Column;
import dev.prisma4j.migrate.table.ColumnDefault;
import dev.prisma4j.migrate.table.EnumDefinition;
import dev.prisma4j.migrate.table.Index;
import dev.prisma4j.migrate.table.Table;
import dev.prisma4j.migrate.table.TypeFamily;
import dev.prisma4j.schema.model.Arity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A migration in words, as Prisma shows it for drift and for a diff without a script: what is added and removed first,
 * then what changed, table by table.
 */
public final class DriftSummary {
    private final Migration migration;
    private final StringBuilder text = new StringBuilder();
    private final Map<String, List<String>> tables = new TreeMap<>();

    private DriftSummary(Migration migration) {
        this.migration = migration;
    }

    /** The summary; one sentence where there is no difference. */
    public static String of(Migration migration) {
        return migration.isEmpty() ? "No difference detected." : new DriftSummary(migration).render();
    }

    private String render() {
        list("[*] Renamed tables", Step.RenameTable.class, s -> s.from().name() + " to " + s.to().name());
        list("[*] Renamed enums", Step.RenameEnum.class, s -> s.from().name() + " to " + s.to().name());
        list(
                "[*] Renamed variants",
                Step.RenameEnumValue.class,
                s -> s.type().name() + "." + s.from() + " to " + s.to());
        list("[*] Renamed columns", Step.RenameColumn.class, s -> s.table().name() + "." + s.from() + " to " + s.to());
        list("[+] Added Schemas", Step.CreateSchema.class, Step.CreateSchema::namespace);
        list("[*] Changed extensions", Step.AlterExtension.class, s -> s.to().name());
        list(
                "[-] Removed extensions",
                Step.DropExtension.class,
                s -> s.extension().name());
        list(
                "[+] Added extensions",
                Step.CreateExtension.class,
                s -> s.extension().name());
        list(
                "[+] Added enums",
                Step.CreateEnum.class,
                s -> s.definition().name().name());
        list("[+] Added tables", Step.CreateTable.class, s -> s.table().name().name());
        list(
                "[-] Removed enums",
                Step.DropEnum.class,
                s -> s.definition().name().name());
        list("[-] Removed tables", Step.DropTable.class, s -> s.table().name().name());
        list("[-] Removed types", Step.DropUserDefinedType.class, s -> s.type().name());
        list("[-] Removed views", Step.DropView.class, s -> s.view().name().name());
        Map<String, Step.AlterEnum> enums = new TreeMap<>();
        for (Step step : migration.steps()) {
            if (step instanceof Step.RedefineTables redefine) {
                redefined(redefine);
            } else if (step instanceof Step.AlterEnum alter) {
                enums.put(alter.to().name().name(), alter);
            } else {
                collect(step);
            }
        }
        enums.values().forEach(this::changedEnum);
        tables.forEach((table, lines) -> {
            text.append("\n[*] Changed the `").append(table).append("` table\n");
            lines.forEach(line -> text.append(line).append('\n'));
        });
        return text.toString();
    }

    private interface Name<S> {
        String of(S step);
    }

    private <S extends Step> void list(String title, Class<S> kind, Name<S> name) {
        List<String> names = new ArrayList<>();
        for (Step step : migration.steps()) {
            if (kind.isInstance(step)) {
                names.add(name.of(kind.cast(step)));
            }
        }
        if (!names.isEmpty()) {
            text.append('\n').append(title).append('\n');
            names.forEach(n -> text.append("  - ").append(n).append('\n'));
        }
    }

    private void redefined(Step.RedefineTables redefine) {
        redefine.tables().stream()
                .map(t -> t.to().name().name())
                .sorted()
                .forEach(name ->
                        text.append("\n[*] Redefined table `").append(name).append("`\n"));
    }

    private void changedEnum(Step.AlterEnum alter) {
        EnumDefinition to = alter.to();
        text.append("\n[*] Changed the `").append(to.name().name()).append("` enum\n");
        alter.added()
                .forEach(v -> text.append("  [+] Added variant `").append(v).append("`\n"));
        alter.dropped()
                .forEach(v -> text.append("  [-] Removed variant `").append(v).append("`\n"));
    }

    private void line(Table table, String line) {
        tables.computeIfAbsent(table.name().name(), t -> new ArrayList<>()).add("  " + line);
    }

    private static String on(List<String> columns) {
        return " on columns (" + String.join(", ", columns) + ")";
    }

    private static String kind(Index index) {
        return switch (index.kind()) {
            case UNIQUE -> "unique index";
            case NORMAL -> "index";
            case FULLTEXT -> "fulltext index";
            case SPATIAL -> "spatial index";
        };
    }

    private void collect(Step step) {
        if (step instanceof Step.DropForeignKey s) {
            line(s.table(), "[-] Removed foreign key" + on(s.key().columns()));
        } else if (step instanceof Step.AddForeignKey s) {
            line(s.table(), "[+] Added foreign key" + on(s.key().columns()));
        } else if (step instanceof Step.RenameForeignKey s) {
            line(s.table(), "[*] Renamed the foreign key \"" + s.from().name() + "\" to \"" + s.to().name() + "\"");
        } else if (step instanceof Step.DropIndex s) {
            line(s.table(), "[-] Removed " + kind(s.index()) + on(s.index().columnNames()));
        } else if (step instanceof Step.CreateIndex s) {
            line(s.table(), "[+] Added " + kind(s.index()) + on(s.index().columnNames()));
        } else if (step instanceof Step.RenameIndex s) {
            line(s.table(), "[*] Renamed index `" + s.from().name() + "` to `" + s.to().name() + "`");
        } else if (step instanceof Step.RedefineIndex s) {
            line(s.table(), "[*] Redefined index `" + s.from().name() + "`");
        } else if (step instanceof Step.AlterPrimaryKey s && s.to().primaryKey() != null) {
            line(s.to(), "[*] Changed the primary key" + on(s.to().primaryKey().columnNames()));
        } else if (step instanceof Step.AlterTable s) {
            s.changes().forEach(change -> line(s.to(), tableChange(change)));
        }
    }

    private static String tableChange(TableChange change) {
        if (change instanceof TableChange.DropPrimaryKey c) {
            return "[-] Dropped the primary key" + on(c.key().columnNames());
        } else if (change instanceof TableChange.RenamePrimaryKey) {
            return "[*] Renamed the primary key";
        } else if (change instanceof TableChange.DropColumn c) {
            return "[-] Removed column `" + c.column().name() + "`";
        } else if (change instanceof TableChange.AddColumn c) {
            return "[+] Added column `" + c.column().name() + "`";
        } else if (change instanceof TableChange.AlterColumn c) {
            return "[*] Altered column `" + c.to().name() + "` (" + reasons(c.from(), c.to(), c.change()) + ")";
        } else if (change instanceof TableChange.RecreateColumn c) {
            return "[*] Column `" + c.to().name() + "` would be dropped and recreated ("
                    + reasons(c.from(), c.to(), c.change()) + ")";
        } else if (change instanceof TableChange.AddPrimaryKey c) {
            // The closing parenthesis on a line of its own is how the reference writes it.
            return "[+] Added primary key" + on(c.key().columnNames()) + "\n)";
        }
        throw new IllegalStateException("unknown change " + change);
    }

    private static String reasons(Column from, Column to, ColumnChange change) {
        List<String> reasons = new ArrayList<>();
        if (change.arity()) {
            reasons.add("changed from " + arity(from.arity()) + " to " + arity(to.arity()));
        }
        if (change.defaultValue()) {
            reasons.add("default changed from `" + value(from) + "` to `" + value(to) + "`");
        }
        if (change.type() != null) {
            reasons.add("type changed");
        }
        if (change.autoIncrement()) {
            reasons.add(to.autoIncrement() ? "column became autoincrementing" : "column is no longer autoincrementing");
        }
        return String.join(", ", reasons);
    }

    private static String arity(Arity arity) {
        return switch (arity) {
            case REQUIRED -> "Required";
            case OPTIONAL -> "Nullable";
            case LIST -> "List";
        };
    }

    private static String value(Column column) {
        ColumnDefault value = column.defaultValue();
        if (value == null) {
            return "None";
        } else if (value instanceof ColumnDefault.Now) {
            return "Some(Now)";
        } else if (value instanceof ColumnDefault.NextOf next) {
            return "Some(Sequence(" + quoted(next.sequence()) + "))";
        } else if (value instanceof ColumnDefault.UniqueRowId) {
            return "Some(UniqueRowid)";
        } else if (value instanceof ColumnDefault.Expression e) {
            return "Some(DbGenerated(" + (e.sql() == null ? "None" : "Some(" + quoted(e.sql()) + ")") + "))";
        } else if (value instanceof ColumnDefault.Literal literal) {
            return "Some(Value(" + literal(column.type().family(), literal.value()) + "))";
        } else if (value instanceof ColumnDefault.ListLiteral list) {
            return "Some(Value(List(["
                    + list.values().stream()
                            .map(v -> literal(column.type().family(), v))
                            .collect(Collectors.joining(", "))
                    + "])))";
        }
        throw new IllegalStateException("unknown default " + value);
    }

    private static String literal(TypeFamily family, Object value) {
        if (value instanceof BigDecimal number) {
            return switch (family) {
                case INT -> "Int(" + number.toPlainString() + ")";
                case BIG_INT -> "BigInt(" + number.toPlainString() + ")";
                default -> "Float(BigDecimal(\"" + number.toPlainString() + "\"))";
            };
        } else if (value instanceof Boolean) {
            return "Boolean(" + value + ")";
        } else if (value instanceof ColumnDefault.Bytes bytes) {
            return "Bytes(" + bytes.hex() + ")";
        }
        String kind = family == TypeFamily.ENUM ? "Enum" : family == TypeFamily.JSON ? "Json" : "String";
        return kind + "(" + quoted(String.valueOf(value)) + ")";
    }

    private static String quoted(@Nullable String text) {
        String safe = text == null ? "" : text;
        return "\"" + safe.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
