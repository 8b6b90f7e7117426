package dev.prisma4j.schema.queryschema;

import static dev.prisma4j.schema.queryschema.InputField.optional;
import static dev.prisma4j.schema.queryschema.InputField.required;

import dev.prisma4j.schema.model.Field;
import dev.prisma4j.schema.model.Index;
import dev.prisma4j.schema.model.IndexField;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.PrimaryKey;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.queryschema.InputObject.Constraints;
import dev.prisma4j.schema.queryschema.InputObject.Meta;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What identifies one record: {@code UserWhereUniqueInput} and the inputs of compound keys. */
final class UniqueInputs {
    private final Shapes shapes;

    UniqueInputs(Shapes shapes) {
        this.shapes = shapes;
    }

    /** A key as clients give it: one field, or several under a common name. */
    record Key(List<ScalarField> fields, @Nullable String givenName, boolean primary) {
        boolean isCompound() {
            return fields.size() > 1;
        }

        String name() {
            if (givenName != null && isCompound()) {
                return givenName;
            }
            return fields.stream().map(Field::name).collect(Collectors.joining("_"));
        }

        /** The name under which constraints list it: the given one even where clients use the field's. */
        String listedName() {
            return givenName != null ? givenName : name();
        }

        String typeName(Model model) {
            String middle = givenName != null
                    ? Shapes.capital(givenName)
                    : fields.stream().map(f -> Shapes.capital(f.name())).collect(Collectors.joining());
            return model.name() + middle + "CompoundUniqueInput";
        }
    }

    /**
     * The keys of a model that clients can use, the primary key first. Those that hold for a part of the rows only are
     * among them: clients may name a row by them, at their own risk.
     */
    static List<Key> keys(Model model) {
        List<Key> keys = new ArrayList<>();
        PrimaryKey primary = model.primaryKey().orElse(null);
        if (primary != null) {
            add(keys, primary.fields(), primary.name(), true);
        }
        for (Index index : model.indexes()) {
            if (index.isUnique()) {
                add(keys, index.fields(), index.name(), false);
            }
        }
        return keys;
    }

    private static void add(List<Key> keys, List<IndexField> fields, @Nullable String name, boolean primary) {
        List<ScalarField> ends = fields.stream().map(IndexField::field).toList();
        boolean visible = fields.stream().flatMap(f -> f.path().stream()).allMatch(Shapes::isVisible);
        if (visible) {
            keys.add(new Key(ends, name, primary));
        }
    }

    /** The fields that identify a record: the primary key, or the first unique key without optional fields. */
    static List<ScalarField> identity(Model model) {
        return keys(model).stream()
                .filter(key -> key.primary() || key.fields().stream().allMatch(Field::isRequired))
                .findFirst()
                .map(Key::fields)
                .orElse(List.of());
    }

    static boolean hasKeys(Model model) {
        return !keys(model).isEmpty();
    }

    /** The condition that names one record. */
    InputObject of(Model model) {
        List<Key> keys = keys(model);
        Constraints constraints =
                new Constraints(1, null, keys.stream().map(Key::listedName).toList());
        return shapes.input(
                model.name() + "WhereUniqueInput",
                Meta.filtering(model.name()),
                constraints,
                () -> fields(model, keys));
    }

    private List<InputField> fields(Model model, List<Key> keys) {
        List<ScalarField> single = shapes.plainScalars(model).stream()
                .filter(field -> keys.stream()
                        .anyMatch(key -> !key.isCompound() && key.fields().get(0) == field))
                .toList();
        List<InputField> fields = new ArrayList<>();
        single.forEach(
                field -> fields.add(optional(field.name(), shapes.value(field)).parameter()));
        keys.stream()
                .filter(key -> key.isCompound() && !key.primary())
                .forEach(key -> fields.add(compound(model, key)));
        keys.stream().filter(key -> key.isCompound() && key.primary()).forEach(key -> fields.add(compound(model, key)));
        fields.addAll(shapes.wheres.combinators(shapes.wheres.of(model)));
        shapes.scalars(model).stream()
                .filter(field -> !single.contains(field))
                .forEach(field -> fields.add(shapes.wheres.scalar(field, model.name(), false)));
        shapes.relations(model).forEach(field -> fields.add(shapes.wheres.relation(field)));
        return fields;
    }

    private InputField compound(Model model, Key key) {
        InputObject type = shapes.input(
                key.typeName(model),
                Meta.of(model.name()),
                Constraints.NONE,
                () -> key.fields().stream()
                        .map(field ->
                                required(field.name(), shapes.value(field)).parameter())
                        .toList());
        return optional(key.name(), type);
    }
}
