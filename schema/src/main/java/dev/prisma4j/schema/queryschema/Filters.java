package dev.prisma4j.schema.queryschema;

import static dev.prisma4j.schema.queryschema.InputField.optional;

import dev.prisma4j.schema.model.EnumType;
import dev.prisma4j.schema.model.FieldType;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.ScalarType;
import dev.prisma4j.schema.queryschema.InputObject.Constraints;
import dev.prisma4j.schema.queryschema.InputObject.Meta;
import java.util.ArrayList;
import java.util.List;

/** The filters on scalar and enum fields: {@code StringFilter}, {@code NestedIntNullableFilter} and so on. */
final class Filters {
    private final Shapes shapes;

    Filters(Shapes shapes) {
        this.shapes = shapes;
    }

    /** What a filter is for: how it is named and which fields it has. */
    private record Form(FieldType type, boolean uuid, boolean nullable, boolean nested, boolean aggregates) {
        String name() {
            return (nested ? "Nested" : "")
                    + (uuid ? "Uuid" : baseName(type))
                    + (nullable ? "Nullable" : "")
                    + (aggregates ? "WithAggregates" : "")
                    + "Filter";
        }

        Form nestedIn() {
            return new Form(type, uuid, nullable, true, aggregates);
        }
    }

    private static String baseName(FieldType type) {
        if (type instanceof EnumType) {
            return "Enum" + type.text();
        }
        return type == ScalarType.BOOLEAN ? "Bool" : type.text();
    }

    /** The filter of a single-valued field. */
    InputObject of(ScalarField field, boolean aggregates) {
        boolean uuid = shapes.capabilities.hasUuidFilters()
                && field.nativeType().filter(t -> t.name().equals("Uuid")).isPresent();
        return of(new Form(field.type(), uuid, field.isOptional(), false, aggregates));
    }

    /** The filter of a list field. */
    InputObject ofList(ScalarField field, String container) {
        InputType element = shapes.value(field.type());
        InputType list = shapes.list(element);
        return shapes.input(
                baseName(field.type()) + "NullableListFilter",
                Meta.of(container),
                Constraints.EXACTLY_ONE,
                () -> List.of(
                        optional("equals", list, shapes.fieldRef(list), ScalarShape.NULL)
                                .parameter(),
                        optional("has", element, shapes.fieldRef(element), ScalarShape.NULL)
                                .parameter(),
                        optional("hasEvery", list, shapes.fieldRef(list)).parameter(),
                        optional("hasSome", list, shapes.fieldRef(list)).parameter(),
                        optional("isEmpty", ScalarShape.BOOLEAN)));
    }

    private InputObject of(Form form) {
        return shapes.input(form.name(), Meta.NONE, Constraints.NONE, () -> fields(form));
    }

    private List<InputField> fields(Form form) {
        List<InputField> fields = new ArrayList<>();
        if (form.type() == ScalarType.JSON) {
            addJsonFields(fields, form);
        } else {
            addFields(fields, form);
        }
        if (form.aggregates()) {
            addAggregates(fields, form);
        }
        if (form.nullable() && shapes.capabilities.hasUndefinedValues()) {
            fields.add(optional("isSet", ScalarShape.BOOLEAN));
        }
        return fields;
    }

    private void addFields(List<InputField> fields, Form form) {
        InputType value = shapes.value(form.type());
        addEquals(fields, form, value);
        if (form.type() != ScalarType.BOOLEAN) {
            addMembership(fields, form, value);
        }
        boolean text = form.type() == ScalarType.STRING;
        if (form.type() instanceof ScalarType && form.type() != ScalarType.BOOLEAN && form.type() != ScalarType.BYTES) {
            addComparisons(fields, value, "lt", "lte", "gt", "gte");
        }
        if (text && !form.uuid()) {
            addComparisons(fields, value, "contains", "startsWith", "endsWith");
        }
        if (text && shapes.capabilities.hasFullTextSearch()) {
            fields.add(optional("search", ScalarShape.STRING).parameter());
        }
        if (text && !form.nested() && shapes.capabilities.hasInsensitiveFilters()) {
            fields.add(optional("mode", shapes.queryMode()));
        }
        fields.add(withNull("not", form, value, of(form.nestedIn())));
    }

    private void addEquals(List<InputField> fields, Form form, InputType value) {
        fields.add(withNull("equals", form, value, shapes.fieldRef(value)));
    }

    private void addMembership(List<InputField> fields, Form form, InputType value) {
        InputType list = shapes.list(value);
        for (String name : List.of("in", "notIn")) {
            fields.add(
                    shapes.capabilities.hasScalarLists()
                            ? withNull(name, form, list, shapes.fieldRef(list))
                            : withNull(name, form, list));
        }
    }

    private void addComparisons(List<InputField> fields, InputType value, String... names) {
        for (String name : names) {
            fields.add(optional(name, value, shapes.fieldRef(value)).parameter());
        }
    }

    private static InputField withNull(String name, Form form, InputType... types) {
        List<InputType> all = new ArrayList<>(List.of(types));
        if (form.nullable()) {
            all.add(ScalarShape.NULL);
        }
        return optional(name, all).parameter();
    }

    private void addJsonFields(List<InputField> fields, Form form) {
        QueryCapabilities capabilities = shapes.capabilities;
        fields.add(jsonEquality("equals", form));
        if (capabilities.filtersJson()) {
            InputType json = ScalarShape.JSON;
            InputType ref = shapes.fieldRef(json);
            fields.add(optional(
                    "path", capabilities.hasJsonPathAsArray() ? shapes.list(ScalarShape.STRING) : ScalarShape.STRING));
            fields.add(optional("mode", shapes.queryMode(), shapes.fieldRef(shapes.queryMode())));
            for (String name : List.of("string_contains", "string_starts_with", "string_ends_with")) {
                fields.add(optional(name, ScalarShape.STRING, shapes.fieldRef(ScalarShape.STRING))
                        .parameter());
            }
            fields.add(
                    optional("array_starts_with", json, ref, ScalarShape.NULL).parameter());
            fields.add(optional("array_ends_with", json, ref, ScalarShape.NULL).parameter());
            if (capabilities.canSearchJsonArrays()) {
                fields.add(
                        optional("array_contains", json, ref, ScalarShape.NULL).parameter());
            }
            if (capabilities.canCompareJson()) {
                for (String name : List.of("lt", "lte", "gt", "gte")) {
                    fields.add(
                            (capabilities.canCompareJsonWithFields() ? optional(name, json, ref) : optional(name, json))
                                    .parameter());
                }
            }
        }
        fields.add(jsonEquality("not", form));
    }

    private InputField jsonEquality(String name, Form form) {
        InputType json = ScalarShape.JSON;
        if (shapes.capabilities.hasTypedJsonNulls()) {
            return optional(
                            name,
                            json,
                            shapes.fieldRef(json),
                            shapes.enumeration("JsonNullValueFilter", List.of("DbNull", "JsonNull", "AnyNull")))
                    .parameter();
        }
        return withNull(name, form, json, shapes.fieldRef(json));
    }

    private void addAggregates(List<InputField> fields, Form form) {
        fields.add(optional("_count", nested(ScalarType.INT, form)));
        if (form.type() == ScalarType.INT
                || form.type() == ScalarType.BIG_INT
                || form.type() == ScalarType.FLOAT
                || form.type() == ScalarType.DECIMAL) {
            boolean decimal = form.type() == ScalarType.DECIMAL;
            fields.add(optional("_avg", nested(decimal ? ScalarType.DECIMAL : ScalarType.FLOAT, form)));
            fields.add(optional("_sum", nested(form.type(), form)));
        }
        fields.add(optional("_min", nested(form.type(), form)));
        fields.add(optional("_max", nested(form.type(), form)));
    }

    private InputObject nested(FieldType type, Form outer) {
        return of(new Form(type, false, outer.nullable(), true, false));
    }
}
