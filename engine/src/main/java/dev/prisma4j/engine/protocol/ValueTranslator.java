package dev.prisma4j.engine.protocol;

import dev.prisma4j.engine.error.Errors;
import dev.prisma4j.engine.query.FieldReference;
import dev.prisma4j.engine.value.Json;
import dev.prisma4j.engine.value.JsonNull;
import dev.prisma4j.schema.model.FieldType;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.ScalarType;
import dev.prisma4j.schema.model.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns checked values into those of query trees: enum choices into names, references into fields. */
final class ValueTranslator {
    private final Schema schema;

    ValueTranslator(Schema schema) {
        this.schema = schema;
    }

    /** A value to be written to a field. */
    static @Nullable Object data(ScalarField field, @Nullable Object value) {
        if (value instanceof Values.Choice choice) {
            return field.is(ScalarType.JSON) ? written(choice) : choice.name();
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> plain = new ArrayList<>(list.size());
            list.forEach(element -> plain.add(data(field, element)));
            return plain;
        }
        return value;
    }

    /** What a null of a Json field is when it is written: no value at all, or the JSON value null. */
    private static @Nullable Object written(Values.Choice choice) {
        return choice.name().equals("JsonNull") ? Json.NULL : null;
    }

    /** A value of a Json filter. */
    static Object json(Object value) {
        return value instanceof Values.Choice choice ? jsonNullOrName(choice) : value;
    }

    private static Object jsonNullOrName(Values.Choice choice) {
        return switch (choice.name()) {
            case "DbNull" -> JsonNull.DB_NULL;
            case "JsonNull" -> JsonNull.JSON_NULL;
            case "AnyNull" -> JsonNull.ANY_NULL;
            default -> choice.name();
        };
    }

    /** A value to be compared with a field; not null. */
    Object operand(ScalarField field, Object value) {
        if (value instanceof Values.Reference reference) {
            return reference(field.model(), reference, field, field.isList());
        }
        return enumName(field, value);
    }

    /** A list of values, or one reference to a list field. */
    List<Object> operands(ScalarField field, Object value) {
        if (value instanceof Values.Reference reference) {
            return List.of(reference(field.model(), reference, field, true));
        }
        return ((List<?>) value)
                .stream()
                        .map(Objects::requireNonNull)
                        .map(element -> enumName(field, element))
                        .toList();
    }

    /** A value of an enum field is its name even where a value is called {@code DbNull}. */
    private static Object enumName(ScalarField field, Object value) {
        if (value instanceof Values.Choice choice) {
            return field.scalarType().isEmpty() ? choice.name() : jsonNullOrName(choice);
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(Objects::requireNonNull)
                    .map(element -> enumName(field, element))
                    .toList();
        }
        return value;
    }

    FieldReference reference(Model model, Values.Reference reference, ScalarField compared, boolean list) {
        return reference(model, reference, compared.type(), list);
    }

    FieldReference reference(Model model, Values.Reference reference, FieldType wanted, boolean list) {
        if (schema.model(reference.container()).isEmpty()) {
            throw Errors.inputError(
                    model,
                    "Model or composite type " + reference.container() + " used for field ref " + reference.field()
                            + " does not exist.");
        }
        if (!model.name().equals(reference.container())) {
            throw Errors.inputError(
                    model,
                    "Expected a referenced scalar field of model " + model.name() + ", but found a field of model "
                            + reference.container() + ".");
        }
        ScalarField field = model.scalarField(reference.field())
                .orElseThrow(() -> Errors.inputError(
                        model,
                        "The referenced scalar field " + model.name() + "." + reference.field() + " does not exist."));
        if (!field.type().equals(wanted) || field.isList() != list) {
            throw Errors.inputError(
                    model,
                    "Expected a referenced scalar " + (list ? "list " : "") + "field of type "
                            + wanted.text() + " but found " + field + " of type "
                            + field.type().text() + ".");
        }
        return new FieldReference(field);
    }
}
