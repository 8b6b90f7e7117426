package dev.prisma4j.schema.queryschema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An input object: a set of named fields. Its fields are made when they are first asked for. */
public final class InputObject implements InputType {
    private final String typeName;
    private final Meta meta;
    private final Constraints constraints;
    private @Nullable Supplier<List<InputField>> source;
    private volatile @Nullable Fields fields;

    InputObject(String typeName, Meta meta, Constraints constraints, Supplier<List<InputField>> source) {
        this.typeName = typeName;
        this.meta = meta;
        this.constraints = constraints;
        this.source = source;
    }

    @Override
    public String typeName() {
        return typeName;
    }

    /** Where it belongs. */
    public Meta meta() {
        return meta;
    }

    /** How many fields, and which, must be given. */
    public Constraints constraints() {
        return constraints;
    }

    /** Its fields in order. */
    public List<InputField> fields() {
        return made().list();
    }

    /** The field of that name. */
    public Optional<InputField> field(String name) {
        return Optional.ofNullable(made().byName().get(name));
    }

    private Fields made() {
        Fields known = fields;
        if (known != null) {
            return known;
        }
        synchronized (this) {
            Supplier<List<InputField>> maker = source;
            if (maker != null) {
                fields = Fields.of(maker.get());
                source = null;
            }
            return fields == null ? Fields.of(List.of()) : fields;
        }
    }

    /** The fields in order, and by name; a key that the schema declares twice is in the list twice. */
    private record Fields(List<InputField> list, Map<String, InputField> byName) {
        static Fields of(List<InputField> list) {
            Map<String, InputField> byName = new HashMap<>();
            list.forEach(field -> byName.putIfAbsent(field.name(), field));
            return new Fields(List.copyOf(list), byName);
        }
    }

    @Override
    public String toString() {
        return typeName;
    }

    /**
     * What a type belongs to, for tools that sort types by model.
     *
     * @param source the model or composite type that its fields filter, or null
     * @param grouping the model or composite type it belongs to, or null where it belongs to none
     */
    public record Meta(@Nullable String source, @Nullable String grouping) {
        static final Meta NONE = new Meta(null, null);

        static Meta of(String container) {
            return new Meta(null, container);
        }

        static Meta filtering(String container) {
            return new Meta(container, container);
        }
    }

    /**
     * How many fields must be given.
     *
     * @param min at least so many, or null for any number
     * @param max at most so many, or null for any number
     * @param fields the fields that the minimum counts; empty for all of them
     */
    public record Constraints(
            @Nullable Integer min, @Nullable Integer max, List<String> fields) {
        static final Constraints NONE = new Constraints(null, null, List.of());
        static final Constraints EXACTLY_ONE = new Constraints(1, 1, List.of());
        static final Constraints AT_MOST_ONE = new Constraints(0, 1, List.of());
        static final Constraints AT_LEAST_ONE = new Constraints(1, null, List.of());

        public Constraints {
            fields = List.copyOf(fields);
        }
    }
}
