package dev.prisma4j.engine.read;

import dev.prisma4j.engine.plan.Column;
import dev.prisma4j.engine.plan.ReadPlan;
import java.io.Serial;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads related rows that came as JSON in a column of their parent: rows as the statement of their own would have given
 * them, with the rows gathered inside of them as lists in their columns.
 */
final class GatheredRows {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .build())
            .build();

    private final JsonParser json;

    private GatheredRows(JsonParser json) {
        this.json = json;
    }

    /** The server's limits have cut the text off; statements of their own have to read the rows. */
    static final class Incomplete extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        Incomplete(Throwable cause) {
            super(cause);
        }
    }

    /**
     * The rows in a column's value.
     *
     * @param value the text, or what was read of the text around it; null for no rows
     * @throws Incomplete if the text is not whole
     */
    @SuppressWarnings("unchecked")
    static List<@Nullable Object[]> of(@Nullable Object value, ReadPlan plan) throws SQLException {
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> rows) {
            return (List<@Nullable Object[]>) rows;
        }
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), value.toString())) {
            parser.nextToken();
            return new GatheredRows(parser).rows(plan);
        } catch (JacksonException e) {
            throw new Incomplete(e);
        }
    }

    /** Stands on the start of an array, or on null. */
    private List<@Nullable Object[]> rows(ReadPlan plan) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return rows;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            rows.add(row(plan));
        }
        return rows;
    }

    /** Stands on the start of a row's array, and then on its end. */
    private @Nullable Object[] row(ReadPlan plan) throws SQLException {
        Column[] columns = plan.columns();
        @Nullable Object[] row = new Object[columns.length];
        boolean nested = plan.nested().stream().anyMatch(ReadPlan.Nested::isGathered);
        if (nested) {
            json.nextToken();
        }
        for (int i = 0; i < columns.length; i++) {
            if (!columns[i].isGathered()) {
                row[i] = json.nextToken() == JsonToken.VALUE_NULL
                        ? null
                        : columns[i].codec().ofText(json.getString());
            }
        }
        json.nextToken();
        if (nested) {
            // In the order of their columns, which is that of the relations.
            for (ReadPlan.Nested read : plan.nested()) {
                if (read.isGathered()) {
                    json.nextToken();
                    row[read.column()] = rows(read.plan());
                }
            }
            json.nextToken();
        }
        return row;
    }
}
