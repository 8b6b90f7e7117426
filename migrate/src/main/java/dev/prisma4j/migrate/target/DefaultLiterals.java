package dev.prisma4j.migrate.target;

import dev.prisma4j.migrate.table.ColumnDefault;
import dev.prisma4j.schema.model.DefaultValue;
import dev.prisma4j.schema.model.EnumValue;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.ScalarType;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The fixed defaults of a schema as values of the table model. */
final class DefaultLiterals {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private DefaultLiterals() {}

    static @Nullable ColumnDefault of(ScalarField field, @Nullable DefaultValue value) {
        if (value instanceof DefaultValue.Literal literal) {
            return new ColumnDefault.Literal(convert(field, literal.value()));
        }
        if (value instanceof DefaultValue.ListLiteral list) {
            return new ColumnDefault.ListLiteral(
                    list.values().stream().map(v -> convert(field, v)).toList());
        }
        return null;
    }

    private static Object convert(ScalarField field, Object value) {
        if (value instanceof EnumValue enumValue) {
            return enumValue.databaseName();
        }
        if (value instanceof Long number) {
            return BigDecimal.valueOf(number);
        }
        if (value instanceof String text && field.is(ScalarType.BYTES)) {
            return new ColumnDefault.Bytes(
                    HexFormat.of().formatHex(Base64.getDecoder().decode(text)));
        }
        if (value instanceof String text && field.is(ScalarType.DATE_TIME)) {
            return dateTime(text);
        }
        return value;
    }

    /** {@code 2020-01-01T00:00:00.5Z} as {@code 2020-01-01 00:00:00.500 +00:00}: fractions in threes of digits. */
    private static String dateTime(String text) {
        OffsetDateTime moment;
        try {
            moment = OffsetDateTime.parse(text);
        } catch (DateTimeParseException e) {
            return text;
        }
        int nanos = moment.get(ChronoField.NANO_OF_SECOND);
        String fraction = "";
        if (nanos != 0) {
            String digits = String.format(Locale.ROOT, "%09d", nanos);
            int length = nanos % 1_000_000 == 0 ? 3 : nanos % 1_000 == 0 ? 6 : 9;
            fraction = "." + digits.substring(0, length);
        }
        String offset = moment.getOffset().equals(ZoneOffset.UTC)
                ? "+00:00"
                : moment.getOffset().getId();
        return SECONDS.format(moment) + fraction + " " + offset;
    }
}
