package dev.prisma4j.engine.generic;

import dev.prisma4j.engine.query.NestedRead;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.engine.query.RelationCount;
import dev.prisma4j.engine.query.Selection;
import dev.prisma4j.engine.result.RowReader;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.ScalarField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Selections whose rows become ordered maps: field names to values as {@link
 * dev.prisma4j.engine.result.Row#getObject} gives them, to maps (to-one), lists of maps (to-many), and {@code _count} to
 * a map of numbers. Keys come in the order of the calls.
 */
public final class MapReader {
    private final Model model;
    private final List<ScalarField> scalars = new ArrayList<>();
    private final List<NestedRead<?>> reads = new ArrayList<>();
    private final List<RelationCount> counts = new ArrayList<>();
    private final List<String> countNames = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();

    private enum Kind {
        SCALAR,
        LIST,
        ONE,
        MANY,
        COUNTS
    }

    private record Entry(String name, Kind kind, int index) {}

    private MapReader(Model model) {
        this.model = model;
    }

    /** An empty selection of a model. */
    public static MapReader of(Model model) {
        return new MapReader(model);
    }

    /** All scalar fields that clients can see. */
    public static Selection<Map<String, @Nullable Object>> scalars(Model model) {
        return of(model).allScalars().selection();
    }

    public MapReader allScalars() {
        for (ScalarField field : model.scalarFields()) {
            if (!field.isIgnored() && !field.isUnsupported()) {
                scalar(field);
            }
        }
        return this;
    }

    public MapReader scalar(ScalarField field) {
        entries.add(new Entry(field.name(), field.isList() ? Kind.LIST : Kind.SCALAR, scalars.size()));
        scalars.add(field);
        return this;
    }

    /** A scalar by name. */
    public MapReader scalar(String name) {
        return scalar(model.scalarField(name).orElseThrow());
    }

    /** Related rows with all their scalars. */
    public MapReader relation(String name) {
        return relation(name, ReadArguments.ALL, MapReader::allScalars);
    }

    /** Related rows. */
    public MapReader relation(String name, ReadArguments arguments, UnaryOperator<MapReader> selected) {
        RelationField field = model.relationField(name).orElseThrow();
        return relation(
                field, arguments, selected.apply(of(field.relatedModel())).selection());
    }

    public MapReader relation(
            RelationField field, ReadArguments arguments, Selection<Map<String, @Nullable Object>> selection) {
        entries.add(new Entry(field.name(), field.isList() ? Kind.MANY : Kind.ONE, reads.size()));
        reads.add(new NestedRead<>(field, arguments, selection));
        return this;
    }

    /** Counts of related rows, under {@code _count}. */
    public MapReader counts(RelationCount... relationCounts) {
        entries.add(new Entry("_count", Kind.COUNTS, counts.size()));
        for (RelationCount count : relationCounts) {
            counts.add(count);
            countNames.add(count.relation().name());
        }
        return this;
    }

    /** The selection with its reader. */
    public Selection<Map<String, @Nullable Object>> selection() {
        Entry[] all = entries.toArray(Entry[]::new);
        String[] names = countNames.toArray(String[]::new);
        RowReader<Map<String, @Nullable Object>> reader = row -> {
            Map<String, @Nullable Object> map = new LinkedHashMap<>(all.length * 2);
            for (Entry entry : all) {
                map.put(
                        entry.name,
                        switch (entry.kind) {
                            case SCALAR -> row.getObject(entry.index);
                            case LIST -> row.getList(entry.index);
                            case ONE -> row.<Object>one(entry.index);
                            case MANY -> row.many(entry.index);
                            case COUNTS -> {
                                Map<String, Long> numbers = new LinkedHashMap<>();
                                for (int i = 0; i < names.length; i++) {
                                    numbers.put(names[i], row.count(i));
                                }
                                yield numbers;
                            }
                        });
            }
            return map;
        };
        return new Selection<>(model, scalars, reads, counts, reader);
    }
}
