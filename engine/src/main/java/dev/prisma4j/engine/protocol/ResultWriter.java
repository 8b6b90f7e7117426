package dev.prisma4j.engine.protocol;

import dev.prisma4j.engine.value.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes results: values that JSON has no type for are tagged, as {@code {"$type":"DateTime","value":".."}}. */
final class ResultWriter {
    private static final DateTimeFormatter MILLISECONDS = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4, 10, java.time.format.SignStyle.EXCEEDS_PAD)
            .appendPattern("-MM-dd'T'HH:mm:ss.SSS'Z'")
            .toFormatter();

    private final JsonGenerator json;

    ResultWriter(JsonGenerator json) {
        this.json = json;
    }

    void write(@Nullable Object value) {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            map.forEach((key, inner) -> {
                json.writeName((String) key);
                write(inner);
            });
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            list.forEach(this::write);
            json.writeEndArray();
        } else {
            writeScalar(value);
        }
    }

    private void writeScalar(Object value) {
        if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof PlainNumber number) {
            json.writeNumber(number.value());
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Double || value instanceof Float) {
            writeFloat(((Number) value).doubleValue());
        } else if (value instanceof Long number) {
            writeTagged("BigInt", number.toString());
        } else if (value instanceof BigDecimal number) {
            writeTagged("Decimal", decimal(number));
        } else if (value instanceof byte[] bytes) {
            writeTagged("Bytes", Base64.getEncoder().encodeToString(bytes));
        } else if (value instanceof EmbeddedJson embedded) {
            json.writeRawValue(embedded.text());
        } else if (value instanceof Json inner) {
            writeTagged("Json", JsonText.minified(inner));
        } else {
            writeTemporalOrText(value);
        }
    }

    private void writeTemporalOrText(Object value) {
        if (value instanceof Instant instant) {
            writeDateTime(instant.atOffset(ZoneOffset.UTC));
        } else if (value instanceof LocalDate date) {
            writeDateTime(date.atStartOfDay().atOffset(ZoneOffset.UTC));
        } else if (value instanceof LocalTime time) {
            writeDateTime(time.atDate(LocalDate.EPOCH).atOffset(ZoneOffset.UTC));
        } else {
            json.writeString(value.toString());
        }
    }

    /** JSON has no infinities and no NaN. */
    private void writeFloat(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            json.writeNull();
        } else {
            json.writeRawValue(JsonText.number(number));
        }
    }

    /** A decimal without trailing zeros, in the notation of decimal.js. */
    private static String decimal(BigDecimal number) {
        return JsonText.number(number);
    }

    private void writeDateTime(OffsetDateTime time) {
        writeTagged("DateTime", MILLISECONDS.format(time));
    }

    private void writeTagged(String type, String value) {
        json.writeStartObject();
        json.writeStringProperty("$type", type);
        json.writeStringProperty("value", value);
        json.writeEndObject();
    }
}
