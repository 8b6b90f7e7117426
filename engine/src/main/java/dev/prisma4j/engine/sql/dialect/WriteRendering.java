package dev.prisma4j.engine.sql.dialect;

import dev.prisma4j.engine.sql.Codec;
import dev.prisma4j.engine.sql.Delete;
import dev.prisma4j.engine.sql.Expression;
import dev.prisma4j.engine.sql.Insert;
import dev.prisma4j.engine.sql.ListStyle;
import dev.prisma4j.engine.sql.Update;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** INSERT, UPDATE and DELETE; what differs between databases is in {@link WriteFacts}. */
final class WriteRendering {
    private final Renderer out;
    private final WriteFacts facts;

    WriteRendering(Renderer out, WriteFacts facts) {
        this.out = out;
        this.facts = facts;
    }

    void insert(Insert insert) {
        boolean ignore = insert.conflict() instanceof Insert.Conflict.Skip && !facts.onConflict();
        out.put(ignore ? "INSERT IGNORE INTO " : "INSERT INTO ");
        out.source(insert.into());
        if (insert.columns().isEmpty()) {
            out.put(facts.onConflict() ? " DEFAULT VALUES" : " () VALUES ()");
        } else {
            String separator = " (";
            for (Insert.Column column : insert.columns()) {
                out.put(separator).name(column.name());
                separator = ", ";
            }
            out.put(")");
            if (insert.byColumn()) {
                unnested(insert);
            } else {
                rows(insert);
            }
        }
        if (insert.conflict() instanceof Insert.Conflict.Skip && !ignore) {
            out.put(" ON CONFLICT DO NOTHING");
        } else if (insert.conflict() instanceof Insert.Conflict.Change change) {
            change(change);
        }
        returning(insert.returning());
    }

    private void rows(Insert insert) {
        StringJoiner row = new StringJoiner(", ", "(", ")");
        insert.columns().forEach(column -> row.add(out.placeholder(column.codec())));
        List<Codec> codecs = insert.columns().stream().map(Insert.Column::codec).toList();
        out.put(" VALUES ");
        out.rowGap(insert.slot(), codecs, new Rows(row.toString()));
    }

    /** Arrays of the same length, of which each gives the column of the row that it is the turn of. */
    private void unnested(Insert insert) {
        String separator = " SELECT ";
        for (int i = 0; i < insert.columns().size(); i++) {
            Codec codec = insert.columns().get(i).codec();
            out.put(separator).put("unnest(");
            separator = ", ";
            out.columnParameter(insert.slot(), i, codec);
            out.put("::" + codec.columnArray() + ")");
        }
    }

    /** Without ON CONFLICT any unique constraint counts, and all rows may be changed. */
    private void change(Insert.Conflict.Change change) {
        if (!facts.onConflict()) {
            out.put(" ON DUPLICATE KEY UPDATE");
            assignments(" ", change.assignments());
            return;
        }
        String separator = " ON CONFLICT (";
        for (String column : change.target()) {
            out.put(separator).name(column);
            separator = ", ";
        }
        out.put(") DO UPDATE");
        assignments(change.assignments());
        where(change.where());
    }

    void update(Update update) {
        out.put("UPDATE ");
        out.source(update.table());
        assignments(update.assignments());
        where(update.where());
        out.limit(update.limit(), null);
        returning(update.returning());
    }

    void delete(Delete delete) {
        out.put("DELETE FROM ");
        out.source(delete.table());
        where(delete.where());
        out.limit(delete.limit(), null);
        returning(delete.returning());
    }

    private void assignments(List<Update.Assignment> assignments) {
        assignments(" SET ", assignments);
    }

    private void assignments(String keyword, List<Update.Assignment> assignments) {
        String separator = keyword;
        for (Update.Assignment assignment : assignments) {
            out.put(separator).name(assignment.column()).put(" = ");
            separator = ", ";
            out.expression(assignment.value());
        }
    }

    private void where(@Nullable Expression where) {
        if (where != null && !(where instanceof Expression.Constant constant && constant.value())) {
            out.put(" WHERE ");
            out.condition(where);
        }
    }

    private void returning(List<Expression.Column> columns) {
        String separator = " RETURNING ";
        for (Expression.Column column : columns) {
            out.put(separator);
            separator = ", ";
            out.selected(column);
        }
    }

    /** As many rows as there are: unlike the values of a list, the last must not be repeated to fill up. */
    private record Rows(String row) implements ListStyle {
        @Override
        public int room(int size) {
            return size;
        }

        @Override
        public boolean asOne(int size) {
            return false;
        }

        @Override
        public String text(int room, int columns) {
            StringBuilder text = new StringBuilder(room * (row.length() + 2)).append(row);
            for (int i = 1; i < room; i++) {
                text.append(", ").append(row);
            }
            return text.toString();
        }
    }
}
