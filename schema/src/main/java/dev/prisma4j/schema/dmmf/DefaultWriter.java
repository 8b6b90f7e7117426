package dev.prisma4j.schema.dmmf;

import dev.prisma4j.schema.model.DefaultValue;
import dev.prisma4j.schema.model.EnumValue;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.ScalarType;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
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
        } else if (value instanceof Number && (field.is(ScalarType.FLOAT) || field.is(ScalarType.DECIMAL))) {
            writeFloat(new BigDecimal(value.toString()));
        } else if (value instanceof Number && field.is(ScalarType.BIG_INT)) {
            json.writeString(value.toString());
        } else if (value instanceof Number) {
            json.writeNumber(new BigDecimal(value.toString()).toBigInteger());
        } else {
            json.writeString(field.is(ScalarType.DATE_TIME) ? dateTime(value.toString()) : value.toString());
        }
    }

    /**
     * Floats and decimals are written as the double that Prisma makes of them, digits times a power of ten, in the way
     * JavaScript prints it: 1.0 is 1, and 13.37 is 13.370000000000001.
     */
    private void writeFloat(BigDecimal number) {
        double power = 1;
        for (int i = 0; i < Math.abs(number.scale()); i++) {
            power *= 10;
        }
        double digits = number.unscaledValue().doubleValue();
        double value = number.scale() > 0 ? digits * (1 / power) : digits * power;
        BigDecimal plain = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        json.writeRawValue(plain.signum() == 0 ? "0" : plain.toPlainString());
    }

    /** A point in time with its offset written out, and no, three, six or nine digits of a second. */
    private static String dateTime(String text) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            int nanos = time.getNano();
            String fraction =
                    nanos == 0 ? "" : nanos % 1_000_000 == 0 ? ".SSS" : nanos % 1000 == 0 ? ".SSSSSS" : ".SSSSSSSSS";
            return time.format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss" + fraction + "xxx"));
        } catch (DateTimeParseException e) {
            return text;
        }
    }

    private void writeFunction(DefaultValue.Function function) {
        json.writeStartObject();
        json.writeArrayPropertyStart("args");
        if (!function.name().equals("sequence")) {
            function.arguments().forEach(argument -> writeArgument(argument.value()));
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
