package dev.prisma4j.migrate.postgresql;

import dev.prisma4j.migrate.postgresql.PostgresDescriber.TableDraft;
import dev.prisma4j.migrate.table.Finding;
import dev.prisma4j.migrate.table.ForeignKey;
import dev.prisma4j.migrate.table.Index;
import dev.prisma4j.migrate.table.IndexColumn;
import dev.prisma4j.migrate.table.ObjectName;
import dev.prisma4j.migrate.table.PrimaryKey;
import dev.prisma4j.migrate.table.Table;
import dev.prisma4j.schema.model.ReferentialAction;
import dev.prisma4j.schema.model.SortOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads primary keys, indexes and foreign keys into the drafts of their tables. */
final class PostgresKeyReader {
    private final PostgresDescriber describer;

    PostgresKeyReader(PostgresDescriber describer) {
        this.describer = describer;
    }

    void read(Map<ObjectName, TableDraft> tables) throws SQLException {
        indexes(tables);
        foreignKeys(tables);
    }

    /** An index while its columns are read. */
    private static final class IndexDraft {
        final String name;
        final boolean primary;
        final boolean unique;
        final String method;
        final @Nullable String predicate;
        final boolean constraint;
        final boolean exclusion;
        final List<IndexColumn> columns = new ArrayList<>();
        boolean hasExpression;
        final List<String> unusualNulls = new ArrayList<>();

        IndexDraft(ResultSet row) throws SQLException {
            name = row.getString(3);
            primary = row.getBoolean(4);
            unique = row.getBoolean(5);
            method = row.getString(6);
            predicate = row.getString(7);
            constraint = row.getBoolean(8);
            exclusion = row.getBoolean(9);
        }
    }

    private void indexes(Map<ObjectName, TableDraft> tables) throws SQLException {
        Map<TableDraft, Map<String, IndexDraft>> drafts = new LinkedHashMap<>();
        describer.query("""
                SELECT n.nspname, t.relname, c.relname, i.indisprimary, i.indisunique, m.amname,
                       pg_catalog.pg_get_expr(i.indpred, i.indrelid),
                       EXISTS (SELECT 1 FROM pg_catalog.pg_constraint k WHERE k.conindid = c.oid AND k.contype = 'u'),
                       i.indisexclusion, a.attname,
                       CASE WHEN k.position <= i.indnkeyatts THEN (i.indoption[k.position - 1])::int ELSE 0 END,
                       o.opcname, o.opcdefault
                FROM pg_catalog.pg_index i
                JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
                JOIN pg_catalog.pg_class t ON t.oid = i.indrelid
                JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace
                JOIN pg_catalog.pg_am m ON m.oid = c.relam
                CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS k (attnum, position)
                LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.attnum AND k.attnum > 0
                LEFT JOIN pg_catalog.pg_opclass o
                  ON o.oid = i.indclass[k.position - 1] AND k.position <= i.indnkeyatts
                WHERE n.nspname = ANY (?) AND t.relkind IN ('r', 'p') AND NOT t.relispartition
                  AND (k.position <= i.indnkeyatts OR NOT i.indisprimary)
                ORDER BY n.nspname, t.relname, c.relname, k.position""", row -> {
            TableDraft table = tables.get(describer.tableName(row.getString(1), row.getString(2)));
            if (table != null) {
                String name = row.getString(3);
                Map<String, IndexDraft> ofTable = drafts.computeIfAbsent(table, t -> new LinkedHashMap<>());
                IndexDraft draft = ofTable.get(name);
                if (draft == null) {
                    draft = new IndexDraft(row);
                    ofTable.put(name, draft);
                }
                addColumn(draft, row);
            }
        });
        drafts.forEach((table, ofTable) -> ofTable.values().forEach(draft -> add(table, draft)));
    }

    private static void addColumn(IndexDraft draft, ResultSet row) throws SQLException {
        String column = row.getString(10);
        if (column == null) {
            draft.hasExpression = true;
            return;
        }
        int flags = row.getInt(11);
        boolean descending = (flags & 1) != 0;
        boolean nullsFirst = (flags & 2) != 0;
        boolean ordered = draft.method.equals("btree");
        if (ordered && descending != nullsFirst) {
            draft.unusualNulls.add(column);
        }
        SortOrder sort = ordered ? descending ? SortOrder.DESC : SortOrder.ASC : null;
        // The language gives operator classes to every access method but B-trees.
        String name = ordered ? null : row.getString(12);
        boolean usual = row.getBoolean(13);
        draft.columns.add(new IndexColumn(column, sort, null, usual ? null : name, usual ? name : null, false));
    }

    private void add(TableDraft table, IndexDraft draft) {
        if (draft.primary) {
            table.primaryKey = new PrimaryKey(
                    draft.name,
                    draft.columns.stream().map(c -> IndexColumn.of(c.name())).toList(),
                    null);
            return;
        }
        draft.unusualNulls.forEach(
                column -> table.findings.add(new Finding(Table.Remark.UNUSUAL_NULLS_ORDER, draft.name, column)));
        if (draft.hasExpression) {
            table.findings.add(Finding.of(Table.Remark.EXPRESSION_INDEX, draft.name));
            return;
        }
        if (draft.exclusion) {
            return;
        }
        table.indexes.add(new Index(
                draft.name,
                draft.unique ? Index.Kind.UNIQUE : Index.Kind.NORMAL,
                draft.columns,
                draft.method.equals("btree") ? null : draft.method.toUpperCase(Locale.ROOT),
                null,
                draft.predicate,
                draft.constraint));
    }

    private void foreignKeys(Map<ObjectName, TableDraft> tables) throws SQLException {
        describer.query("""
                SELECT n.nspname, t.relname, k.conname, rn.nspname, r.relname, k.confdeltype, k.confupdtype,
                       ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY AS x (attnum, position)
                             JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = x.attnum
                             ORDER BY x.position),
                       ARRAY(SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY AS x (attnum, position)
                             JOIN pg_catalog.pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = x.attnum
                             ORDER BY x.position)
                FROM pg_catalog.pg_constraint k
                JOIN pg_catalog.pg_class t ON t.oid = k.conrelid
                JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace
                JOIN pg_catalog.pg_class r ON r.oid = k.confrelid
                JOIN pg_catalog.pg_namespace rn ON rn.oid = r.relnamespace
                WHERE n.nspname = ANY (?) AND k.contype = 'f' AND k.conparentid = 0
                ORDER BY n.nspname, t.relname, k.conname""", row -> {
            TableDraft table = tables.get(describer.tableName(row.getString(1), row.getString(2)));
            if (table != null) {
                table.foreignKeys.add(new ForeignKey(
                        row.getString(3),
                        strings(row, 8),
                        describer.tableName(row.getString(4), row.getString(5)),
                        strings(row, 9),
                        action(row.getString(6)),
                        action(row.getString(7)),
                        false));
            }
        });
    }

    private static List<String> strings(ResultSet row, int index) throws SQLException {
        return List.of((String[]) row.getArray(index).getArray());
    }

    private static ReferentialAction action(String code) {
        return switch (code) {
            case "c" -> ReferentialAction.CASCADE;
            case "n" -> ReferentialAction.SET_NULL;
            case "d" -> ReferentialAction.SET_DEFAULT;
            case "r" -> ReferentialAction.RESTRICT;
            default -> ReferentialAction.NO_ACTION;
        };
    }
}
