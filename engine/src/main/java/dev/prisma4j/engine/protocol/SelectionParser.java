package dev.prisma4j.engine.protocol;

import dev.prisma4j.engine.query.NestedRead;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.engine.query.RelationCount;
import dev.prisma4j.engine.query.Selection;
import dev.prisma4j.engine.result.RowReader;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.ScalarType;
import dev.prisma4j.schema.queryschema.OutputField;
import dev.prisma4j.schema.queryschema.OutputObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Checks selections against the query schema and turns them into {@link Selection}s whose rows become ordered maps. */
final class SelectionParser {
    private final InputParser inputs;
    private final ReadTranslator reads;

    SelectionParser(InputParser inputs, ReadTranslator reads) {
        this.inputs = inputs;
        this.reads = reads;
    }

    /** One selected field: its description, and what the client gave for it ({@code true} or an object). */
    record Selected(OutputField field, JsonNode given) {
        @Nullable
        JsonNode part(String name) {
            return given.isObject() ? given.get(name) : null;
        }
    }

    /**
     * The fields that a selection names, in order.
     *
     * @param selection null or {@code true} for all scalars, or what there is
     */
    List<Selected> fields(OutputObject type, @Nullable JsonNode selection, List<String> path) {
        Map<String, Selected> selected = new LinkedHashMap<>();
        if (selection == null || !selection.isObject()) {
            addDefaults(type, selected);
            return List.copyOf(selected.values());
        }
        List<String> excluded = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : selection.properties()) {
            String name = entry.getKey();
            JsonNode given = entry.getValue();
            if (name.equals("$scalars") || name.equals("$composites")) {
                if (name.equals("$scalars") && given.isBoolean() && given.booleanValue()) {
                    addScalars(type, selected);
                }
                continue;
            }
            OutputField field = type.field(name)
                    .orElseThrow(() -> new Rejected(InputProblem.unknownSelectionField(path, name, type)));
            if (given.isBoolean() && !given.booleanValue()) {
                excluded.add(name);
            } else {
                selected.put(name, new Selected(field, given));
            }
        }
        excluded.forEach(selected::remove);
        if (selected.isEmpty()) {
            throw new Rejected(InputProblem.emptySelection(path, type));
        }
        return List.copyOf(selected.values());
    }

    /** Without a selection: the scalars of a record, everything of counts and aggregates. */
    private static void addDefaults(OutputObject type, Map<String, Selected> selected) {
        addScalars(type, selected);
    }

    private static void addScalars(OutputObject type, Map<String, Selected> selected) {
        for (OutputField field : type.fields()) {
            if (!(field.type() instanceof OutputObject)) {
                selected.putIfAbsent(
                        field.name(),
                        new Selected(field, tools.jackson.databind.node.JsonNodeFactory.instance.booleanNode(true)));
            }
        }
    }

    private record Entry(String name, Kind kind, int index) {
        enum Kind {
            SCALAR,
            LIST,
            INT,
            ONE,
            MANY,
            COUNTS
        }
    }

    /** A selection of records. */
    Selection<Object> records(OutputObject type, Model model, @Nullable JsonNode selection, List<String> path) {
        List<ScalarField> scalars = new ArrayList<>();
        List<NestedRead<?>> nested = new ArrayList<>();
        List<RelationCount> counts = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        for (Selected one : fields(type, selection, path)) {
            String name = one.field().name();
            if (name.equals("_count") && model.field(name).isEmpty()) {
                entries.add(new Entry(name, Entry.Kind.COUNTS, 0));
                addCounts(counts, model, one, path);
            } else if (one.field().type() instanceof OutputObject related) {
                RelationField relation = model.relationField(name).orElseThrow();
                entries.add(new Entry(name, relation.isList() ? Entry.Kind.MANY : Entry.Kind.ONE, nested.size()));
                nested.add(nested(relation, related, one, path));
            } else {
                rejectNested(one, path);
                ScalarField field = model.scalarField(name).orElseThrow();
                Entry.Kind kind = field.isList()
                        ? Entry.Kind.LIST
                        : field.is(ScalarType.INT) ? Entry.Kind.INT : Entry.Kind.SCALAR;
                entries.add(new Entry(name, kind, scalars.size()));
                scalars.add(field);
            }
        }
        return new Selection<>(model, scalars, nested, counts, reader(entries, counts));
    }

    static void rejectNested(Selected selected, List<String> path) {
        JsonNode inner = selected.part("selection");
        if (inner != null && inner.isObject() && !inner.isEmpty()) {
            throw new Rejected(
                    InputProblem.selectionOnScalar(path, selected.field().name()));
        }
    }

    private NestedRead<Object> nested(RelationField relation, OutputObject type, Selected one, List<String> path) {
        List<String> inner = then(path, relation.name());
        if (one.given().isObject() && one.given().isEmpty()) {
            throw new Rejected(InputProblem.emptySelection(inner, type));
        }
        Values given = inputs.arguments(one.field(), one.part("arguments"), inner);
        ReadArguments arguments = reads.arguments(relation.relatedModel(), given);
        return new NestedRead<>(
                relation, arguments, records(type, relation.relatedModel(), one.part("selection"), inner));
    }

    private void addCounts(List<RelationCount> counts, Model model, Selected one, List<String> path) {
        List<String> inner = then(path, "_count");
        OutputObject type = (OutputObject) one.field().type();
        for (Selected count : fields(type, one.part("selection"), inner)) {
            RelationField relation = model.relationField(count.field().name()).orElseThrow();
            Values given = inputs.arguments(count.field(), count.part("arguments"), then(inner, relation.name()));
            counts.add(new RelationCount(relation, reads.where(relation.relatedModel(), given.object("where"))));
        }
    }

    private static RowReader<Object> reader(List<Entry> selected, List<RelationCount> relationCounts) {
        Entry[] entries = selected.toArray(Entry[]::new);
        String[] counts =
                relationCounts.stream().map(count -> count.relation().name()).toArray(String[]::new);
        return row -> {
            Map<String, @Nullable Object> map = new LinkedHashMap<>(entries.length * 2);
            for (Entry entry : entries) {
                map.put(
                        entry.name(),
                        switch (entry.kind()) {
                            case SCALAR -> row.getObject(entry.index());
                            case INT -> plain(row.getObject(entry.index()));
                            case LIST -> row.getList(entry.index());
                            case ONE -> row.<Object>one(entry.index());
                            case MANY -> row.<Object>many(entry.index());
                            case COUNTS -> {
                                Map<String, Object> numbers = new LinkedHashMap<>();
                                for (int i = 0; i < counts.length; i++) {
                                    numbers.put(counts[i], new PlainNumber(row.count(i)));
                                }
                                yield numbers;
                            }
                        });
            }
            return map;
        };
    }

    /** An Int is never tagged, even where the database holds one that is too large. */
    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof Long number ? new PlainNumber(number) : value;
    }

    static List<String> then(List<String> path, String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return longer;
    }
}
