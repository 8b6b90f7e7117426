package dev.prisma4j.engine.sql.dialect;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Dates and times on PostgreSQL, all in UTC. */
final class PostgresTimes {
    private static final DateTimeFormatter DATE_TEXT = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR_OF_ERA, 4, 10, SignStyle.NOT_NEGATIVE)
            .appendPattern("-MM-dd")
            .toFormatter(Locale.ROOT);
    private static final DateTimeFormatter TIMESTAMP_TEXT = new DateTimeFormatterBuilder()
            .append(DATE_TEXT)
            .appendPattern(" HH:mm:ss.SSSSSS")
            .toFormatter(Locale.ROOT);

    private PostgresTimes() {}

    /** Years of more than four digits have no sign, and those before the first are counted backwards. */
    private static String era(LocalDate date) {
        return date.getYear() <= 0 ? " BC" : "";
    }

    static final class TimestampCodec extends PostgresCodec implements PlainCodecs.OfDateTime {
        @Override
        public String columnArray() {
            return "timestamp[]";
        }

        @Override
        String text(Object value) {
            LocalDateTime time = Values.toLocalDateTime(value);
            return TIMESTAMP_TEXT.format(time) + era(time.toLocalDate());
        }

        @Override
        public Object ofText(String text) {
            return IsoTime.parse(text);
        }
    }

    static final class TimestamptzCodec extends PostgresCodec {
        @Override
        public String columnArray() {
            return "timestamptz[]";
        }

        @Override
        public @Nullable Object read(ResultSet rows, int column) throws SQLException {
            OffsetDateTime value = rows.getObject(column, OffsetDateTime.class);
            return value == null ? null : value.toInstant();
        }

        @Override
        public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setObject(index, Values.toLocalDateTime(value).atOffset(ZoneOffset.UTC));
        }

        @Override
        String text(Object value) {
            LocalDateTime time = Values.toLocalDateTime(value);
            return TIMESTAMP_TEXT.format(time) + "+00" + era(time.toLocalDate());
        }

        /** {@code 2024-01-02 03:04:05.6+05:30}, also {@code +05} and {@code +05:30:15}. */
        @Override
        public Object ofText(String text) {
            int sign = Math.max(text.lastIndexOf('+'), text.lastIndexOf('-'));
            LocalDateTime local = LocalDateTime.parse(text.substring(0, sign).replace(' ', 'T'));
            return local.toInstant(ZoneOffset.of(text.substring(sign)));
        }
    }

    static final class DateCodec extends PostgresCodec implements PlainCodecs.OfDate {
        @Override
        public String columnArray() {
            return "date[]";
        }

        @Override
        String text(Object value) {
            LocalDate date = Values.toLocalDate(value);
            return DATE_TEXT.format(date) + era(date);
        }

        @Override
        public Object ofText(String text) {
            return LocalDate.parse(text);
        }
    }

    static final class TimeCodec extends PostgresCodec {
        private final boolean zoned;

        TimeCodec(boolean zoned) {
            this.zoned = zoned;
        }

        @Override
        public @Nullable Object read(ResultSet rows, int column) throws SQLException {
            if (!zoned) {
                return rows.getObject(column, LocalTime.class);
            }
            OffsetTime time = rows.getObject(column, OffsetTime.class);
            return time == null ? null : utc(time);
        }

        @Override
        public String columnArray() {
            return zoned ? "timetz[]" : "time[]";
        }

        private static LocalTime utc(OffsetTime time) {
            return time.withOffsetSameInstant(ZoneOffset.UTC).toLocalTime();
        }

        @Override
        public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            LocalTime time = Values.toLocalTime(value);
            statement.setObject(index, zoned ? time.atOffset(ZoneOffset.UTC) : time);
        }

        @Override
        String text(Object value) {
            return Values.toLocalTime(value) + (zoned ? "+00" : "");
        }

        @Override
        public Object ofText(String text) {
            int sign = Math.max(text.lastIndexOf('+'), text.lastIndexOf('-'));
            return zoned && sign > 0
                    ? utc(LocalTime.parse(text.substring(0, sign)).atOffset(ZoneOffset.of(text.substring(sign))))
                    : LocalTime.parse(text);
        }
    }

    /** An instant in the user's own SQL: text with an offset, which suits both kinds of timestamp. */
    static final class RawInstantCodec extends PostgresCodec {
        @Override
        public @Nullable Object read(ResultSet rows, int column) throws SQLException {
            return rows.getString(column);
        }

        @Override
        public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            untyped(statement, index, text(value));
        }

        @Override
        String text(Object value) {
            Instant instant = Values.toInstant(value);
            OffsetDateTime time = instant.atOffset(ZoneOffset.UTC);
            return TIMESTAMP_TEXT.format(time) + "+00" + era(time.toLocalDate());
        }

        @Override
        public Object ofText(String text) {
            return text;
        }
    }
}
