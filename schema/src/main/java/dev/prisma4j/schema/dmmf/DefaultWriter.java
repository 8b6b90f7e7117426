package dev.prisma4j.schema.dmmf;

import dev.prisma4j.schema.model.DefaultValue;
import dev.prisma4j.schema.model.EnumValue;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.ScalarType;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Writes the default value of a field: a value, a list of values, or a function with its arguments. */
final class DefaultWriter {
    private final JsonGenerator json;

    DefaultWriter(JsonGenerator json) {
        this.json = json;
    }

    void write(DefaultValue value, ScalarField field) {
        if (value instanceof DefaultValue.Literal literal) {
            writeValue(literal.value(), field);
        } else if (value instanceof DefaultValue.ListLiteral list) {
            json.writeStartArray();
            list.values().forEach(element -> writeValue(element, field));
            json.writeEndArray();
        } else if (value instanceof DefaultValue.Function function) {
            writeFunction(function);
        }
    }

    private void writeValue(Object value, ScalarField field) {
        if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof EnumValue enumValue) {
            json.writeString(enumValue.name());
        } else if (value instanceof BigDecimal decimal) {
            writeNumber(decimal);
        } else if (value instanceof Number && field.is(ScalarType.BIG_INT)) {
            json.writeString(value.toString());
        } else if (value instanceof Number) {
            writeNumber(new BigDecimal(value.toString()));
        } else {
            json.writeString(value.toString());
        }
    }

    /** Numbers are written as JavaScript prints them, since that is what reads them: 1.0 is 1. */
    private void writeNumber(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        if (plain.scale() <= 0) {
            json.writeNumber(plain.toBigInteger());
            return;
        }
        boolean exact = plain.precision() <= 15;
        json.writeRawValue((exact ? plain : new BigDecimal(Double.toString(plain.doubleValue()))).toPlainString());
    }

    private void writeFunction(DefaultValue.Function function) {
        json.writeStartObject();
        json.writeArrayPropertyStart("args");
        for (DefaultValue.Function.Argument argument : function.arguments()) {
            writeArgument(argument.value());
        }
        if (function.arguments().isEmpty()) {
            impliedArguments(function.name()).forEach(json::writeNumber);
        }
        json.writeEndArray();
        json.writeStringProperty("name", function.name());
        json.writeEndObject();
    }

    private void writeArgument(Object value) {
        if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else {
            json.writeString(value.toString());
        }
    }

    /** Ids have a version, which generators see even where the schema does not give it. */
    private static List<Integer> impliedArguments(String function) {
        return switch (function) {
            case "cuid" -> List.of(1);
            case "uuid" -> List.of(4);
            default -> List.of();
        };
    }
}
