package dev.prisma4j.migrate.diff;

import dev.prisma4j.migrate.table.Column;
import dev.prisma4j.migrate.table.ForeignKey;
import dev.prisma4j.migrate.table.Index;
import dev.prisma4j.migrate.table.PrimaryKey;
import dev.prisma4j.migrate.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A migration as a tree for people: what comes, goes and changes, each thing once, tables with their columns, keys and
 * indexes below them.
 */
public final class DiffTree {
    private final Migration migration;
    private final Map<String, Node> nodes = new TreeMap<>();

    private DiffTree(Migration migration) {
        this.migration = migration;
    }

    /** What happens to a thing. */
    public enum Mark {
        ADDED("+"),
        REMOVED("-"),
        CHANGED("~");

        private final String sign;

        Mark(String sign) {
            this.sign = sign;
        }

        /** The character in front of a line. */
        public String sign() {
            return sign;
        }
    }

    /**
     * A thing and what happens to it.
     *
     * @param mark what happens to it
     * @param text what it is
     * @param children what happens to its parts
     */
    public record Node(Mark mark, String text, List<Node> children) {
        /** The lines of the node and its children, indented by four blanks for each level, with their signs. */
        List<Line> lines(int depth) {
            List<Line> lines = new ArrayList<>();
            lines.add(new Line(mark, "    ".repeat(depth) + mark.sign() + " " + text));
            children.forEach(child -> lines.addAll(child.lines(depth + 1)));
            return lines;
        }
    }

    /** A line of the tree, with its sign in the text. */
    public record Line(Mark mark, String text) {}

    /** The lines of the tree; none where there is no difference. */
    public static List<Line> of(Migration migration) {
        DiffTree tree = new DiffTree(migration);
        migration.steps().forEach(tree::add);
        return tree.nodes.values().stream()
                .flatMap(node -> node.lines(0).stream())
                .toList();
    }

    // ---- nodes

    /** Kinds come in the order of their ranks, within one by name. */
    private Node node(int rank, Mark mark, String kind, String name) {
        return nodes.computeIfAbsent(
                rank + kind + " " + name, key -> new Node(mark, kind + " " + name, new ArrayList<>()));
    }

    private Node table(Table table) {
        return table(Mark.CHANGED, table.name().toString());
    }

    private Node table(Mark mark, String name) {
        return node(3, mark, "table", name);
    }

    private static void child(Node parent, Mark mark, String text) {
        parent.children().add(new Node(mark, text, List.of()));
    }

    // ---- steps

    private void add(Step step) {
        if (step instanceof Step.CreateTable s) {
            createTable(s.table());
        } else if (step instanceof Step.DropTable s) {
            table(Mark.REMOVED, s.table().name().toString());
        } else if (step instanceof Step.RenameTable s) {
            child(table(Mark.CHANGED, s.to().toString()), Mark.CHANGED, "renamed from " + s.from());
        } else if (step instanceof Step.RenameColumn s) {
            child(
                    table(Mark.CHANGED, s.table().toString()),
                    Mark.CHANGED,
                    "column " + s.to() + " renamed from " + s.from());
        } else if (step instanceof Step.AlterTable s) {
            s.changes().forEach(change -> tableChange(table(s.to()), change));
        } else if (step instanceof Step.RedefineTables s) {
            s.tables().forEach(this::redefine);
        } else if (step instanceof Step.AlterPrimaryKey s) {
            PrimaryKey key = s.to().primaryKey();
            child(table(s.to()), Mark.CHANGED, "primary key" + (key == null ? "" : columns(key.columnNames())));
        } else {
            addKeyOrIndex(step);
        }
    }

    private void addKeyOrIndex(Step step) {
        if (step instanceof Step.CreateIndex s) {
            child(table(s.table()), Mark.ADDED, index(s.index()));
        } else if (step instanceof Step.DropIndex s) {
            if (migration.to().table(s.table().name()).isPresent()) {
                child(table(s.table()), Mark.REMOVED, index(s.index()));
            }
        } else if (step instanceof Step.RenameIndex s) {
            child(
                    table(s.table()),
                    Mark.CHANGED,
                    index(s.to()) + " renamed from " + s.from().name());
        } else if (step instanceof Step.RedefineIndex s) {
            child(
                    table(s.table()),
                    Mark.CHANGED,
                    index(s.to()) + " in place of " + s.from().name());
        } else if (step instanceof Step.AddForeignKey s) {
            child(table(s.table()), Mark.ADDED, key(s.key()));
        } else if (step instanceof Step.DropForeignKey s) {
            if (migration.to().table(s.table().name()).isPresent()) {
                child(table(s.table()), Mark.REMOVED, key(s.key()));
            }
        } else if (step instanceof Step.RenameForeignKey s) {
            child(
                    table(s.table()),
                    Mark.CHANGED,
                    key(s.to()) + " renamed from " + s.from().name());
        } else {
            addType(step);
        }
    }

    private void addType(Step step) {
        if (step instanceof Step.CreateSchema s) {
            node(0, Mark.ADDED, "schema", s.namespace());
        } else if (step instanceof Step.CreateExtension s) {
            node(1, Mark.ADDED, "extension", s.extension().name());
        } else if (step instanceof Step.DropExtension s) {
            node(1, Mark.REMOVED, "extension", s.extension().name());
        } else if (step instanceof Step.AlterExtension s) {
            node(1, Mark.CHANGED, "extension", s.to().name());
        } else if (step instanceof Step.CreateEnum s) {
            Node node = node(2, Mark.ADDED, "enum", s.definition().name().toString());
            s.definition().values().forEach(v -> child(node, Mark.ADDED, v));
        } else if (step instanceof Step.DropEnum s) {
            node(2, Mark.REMOVED, "enum", s.definition().name().toString());
        } else if (step instanceof Step.AlterEnum s) {
            Node node = node(2, Mark.CHANGED, "enum", s.to().name().toString());
            s.added().forEach(v -> child(node, Mark.ADDED, v));
            s.dropped().forEach(v -> child(node, Mark.REMOVED, v));
        } else if (step instanceof Step.RenameEnum s) {
            child(node(2, Mark.CHANGED, "enum", s.to().toString()), Mark.CHANGED, "renamed from " + s.from());
        } else if (step instanceof Step.RenameEnumValue s) {
            child(
                    node(2, Mark.CHANGED, "enum", s.type().toString()),
                    Mark.CHANGED,
                    s.to() + " renamed from " + s.from());
        } else if (step instanceof Step.AlterSequence s) {
            child(table(s.table()), Mark.CHANGED, "sequence " + s.to().name());
        } else if (step instanceof Step.DropView s) {
            node(4, Mark.REMOVED, "view", s.view().name().toString());
        } else if (step instanceof Step.DropUserDefinedType s) {
            node(5, Mark.REMOVED, "type", s.type().toString());
        }
    }

    // ---- tables

    private void createTable(Table table) {
        Node node = table(Mark.ADDED, table.name().toString());
        table.columns().forEach(c -> child(node, Mark.ADDED, column(c)));
        if (table.primaryKey() != null) {
            child(node, Mark.ADDED, "primary key" + columns(table.primaryKey().columnNames()));
        }
        // What has no step of its own is part of the table.
        table.indexes().stream()
                .filter(i -> !migration.steps().contains(new Step.CreateIndex(table, i)))
                .forEach(i -> child(node, Mark.ADDED, index(i)));
        table.foreignKeys().stream()
                .filter(k -> !migration.steps().contains(new Step.AddForeignKey(table, k)))
                .forEach(k -> child(node, Mark.ADDED, key(k)));
    }

    private void tableChange(Node node, TableChange change) {
        if (change instanceof TableChange.AddColumn c) {
            child(node, Mark.ADDED, column(c.column()));
        } else if (change instanceof TableChange.DropColumn c) {
            child(node, Mark.REMOVED, column(c.column()));
        } else if (change instanceof TableChange.AlterColumn c) {
            child(node, Mark.CHANGED, changedColumn(c.from(), c.to(), c.change()));
        } else if (change instanceof TableChange.RecreateColumn c) {
            child(node, Mark.CHANGED, changedColumn(c.from(), c.to(), c.change()) + " (dropped and made again)");
        } else if (change instanceof TableChange.DropPrimaryKey c) {
            child(node, Mark.REMOVED, "primary key" + columns(c.key().columnNames()));
        } else if (change instanceof TableChange.AddPrimaryKey c) {
            child(node, Mark.ADDED, "primary key" + columns(c.key().columnNames()));
        } else if (change instanceof TableChange.RenamePrimaryKey c) {
            child(
                    node,
                    Mark.CHANGED,
                    "primary key " + c.to().name() + " renamed from " + c.from().name());
        }
    }

    private void redefine(Step.Redefinition redefinition) {
        TableComparison comparison = redefinition.comparison();
        Node node = table(redefinition.to());
        comparison.droppedColumns().forEach(c -> child(node, Mark.REMOVED, column(c)));
        comparison.addedColumns().forEach(c -> child(node, Mark.ADDED, column(c)));
        comparison.commonColumns().stream()
                .filter(c -> c.change().any())
                .forEach(c -> child(node, Mark.CHANGED, changedColumn(c.from(), c.to(), c.change())));
        primaryKey(node, Mark.REMOVED, comparison.dropsPrimaryKey(), redefinition.from());
        primaryKey(node, Mark.ADDED, comparison.addsPrimaryKey(), redefinition.to());
        comparison.droppedIndexes().forEach(i -> child(node, Mark.REMOVED, index(i)));
        comparison.addedIndexes().forEach(i -> child(node, Mark.ADDED, index(i)));
        comparison.droppedForeignKeys().forEach(k -> child(node, Mark.REMOVED, key(k)));
        comparison.addedForeignKeys().forEach(k -> child(node, Mark.ADDED, key(k)));
    }

    private static void primaryKey(Node node, Mark mark, boolean changes, Table table) {
        if (changes && table.primaryKey() != null) {
            child(node, mark, "primary key" + columns(table.primaryKey().columnNames()));
        }
    }

    // ---- texts

    private static String columns(List<String> names) {
        return " (" + String.join(", ", names) + ")";
    }

    private static String index(Index index) {
        String kind = switch (index.kind()) {
            case UNIQUE -> "unique index ";
            case NORMAL -> "index ";
            case FULLTEXT -> "full-text index ";
            case SPATIAL -> "spatial index ";
        };
        return kind + index.name() + columns(index.columnNames());
    }

    private static String key(ForeignKey key) {
        return "foreign key" + columns(key.columns()) + " to " + key.referencedTable()
                + columns(key.referencedColumns());
    }

    private static String column(Column column) {
        String value = DefaultWords.of(column);
        return "column " + column.name() + " " + type(column) + (value == null ? "" : " default " + value);
    }

    private static String type(Column column) {
        return column.type().sql()
                + switch (column.arity()) {
                    case REQUIRED -> "";
                    case OPTIONAL -> "?";
                    case LIST -> "[]";
                };
    }

    private static String changedColumn(Column from, Column to, ColumnChange change) {
        List<String> parts = new ArrayList<>();
        if (!type(from).equals(type(to))) {
            parts.add(type(from) + " to " + type(to));
        }
        if (change.defaultValue() || change.autoIncrement()) {
            parts.add("default " + orNone(DefaultWords.of(from)) + " to " + orNone(DefaultWords.of(to)));
        }
        return "column " + to.name() + (parts.isEmpty() ? " type" : " " + String.join(", ", parts));
    }

    private static String orNone(@Nullable String text) {
        return text == null ? "none" : text;
    }
}
