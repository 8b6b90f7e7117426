package dev.prisma4j.schema.queryschema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A result object: what can be selected of it. Its fields are made when they are first asked for. */
public final class OutputObject implements OutputType {
    private final String typeName;
    private final boolean model;
    private @Nullable Supplier<List<OutputField>> source;
    private volatile @Nullable Map<String, OutputField> fields;

    OutputObject(String typeName, boolean model, Supplier<List<OutputField>> source) {
        this.typeName = typeName;
        this.model = model;
        this.source = source;
    }

    @Override
    public String typeName() {
        return typeName;
    }

    /** Whether it holds records of a model or values of a composite type, rather than counts and aggregates. */
    public boolean isModel() {
        return model;
    }

    /** Its fields in order. */
    public List<OutputField> fields() {
        return List.copyOf(byName().values());
    }

    /** The field of that name. */
    public Optional<OutputField> field(String name) {
        return Optional.ofNullable(byName().get(name));
    }

    private Map<String, OutputField> byName() {
        Map<String, OutputField> known = fields;
        if (known != null) {
            return known;
        }
        synchronized (this) {
            if (fields == null && source != null) {
                Map<String, OutputField> made = new LinkedHashMap<>();
                source.get().forEach(field -> made.put(field.name(), field));
                fields = made;
                source = null;
            }
            return fields == null ? Map.of() : fields;
        }
    }

    @Override
    public String toString() {
        return typeName;
    }
}
