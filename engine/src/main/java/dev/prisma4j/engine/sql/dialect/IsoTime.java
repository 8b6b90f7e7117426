package dev.prisma4j.engine.sql.dialect;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times as SQLite columns hold them: written as {@code 2024-01-02T03:04:05.678+00:00}, read in every form that
 * Prisma and SQLite's own functions produce.
 */
final class IsoTime {
    private static final DateTimeFormatter LENIENT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .optionalEnd()
            .optionalStart()
            .appendLiteral(' ')
            .optionalEnd()
            .optionalStart()
            .appendValue(ChronoField.HOUR_OF_DAY, 2)
            .appendLiteral(':')
            .appendValue(ChronoField.MINUTE_OF_HOUR, 2)
            .optionalStart()
            .appendLiteral(':')
            .appendValue(ChronoField.SECOND_OF_MINUTE, 2)
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .optionalEnd()
            .optionalEnd()
            .optionalEnd()
            .optionalStart()
            .appendLiteral(' ')
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendLiteral(" UTC")
            .optionalEnd()
            .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
            .toFormatter();

    private IsoTime() {}

    /** The text of an instant, in UTC with milliseconds. */
    static String format(Instant instant) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
        int year = time.getYear();
        if (year < 0 || year > 9999) {
            return (year > 9999 ? "+" : "")
                    + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
        }
        byte[] text = new byte[29];
        digits(text, 0, year / 100);
        digits(text, 2, year % 100);
        text[4] = '-';
        digits(text, 5, time.getMonthValue());
        text[7] = '-';
        digits(text, 8, time.getDayOfMonth());
        text[10] = 'T';
        digits(text, 11, time.getHour());
        text[13] = ':';
        digits(text, 14, time.getMinute());
        text[16] = ':';
        digits(text, 17, time.getSecond());
        text[19] = '.';
        int millis = time.getNano() / 1_000_000;
        text[20] = (byte) ('0' + millis / 100);
        digits(text, 21, millis % 100);
        text[23] = '+';
        text[24] = '0';
        text[25] = '0';
        text[26] = ':';
        text[27] = '0';
        text[28] = '0';
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static void digits(byte[] text, int at, int number) {
        text[at] = (byte) ('0' + number / 10);
        text[at + 1] = (byte) ('0' + number % 10);
    }

    /**
     * The instant of a text; without an offset it is UTC.
     *
     * @throws DateTimeException if it is no date
     */
    static Instant parse(String text) {
        Instant common = parseCommon(text);
        if (common != null) {
            return common;
        }
        var parsed = LENIENT.parseBest(text.trim(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        if (parsed instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        return parsed instanceof LocalDateTime time
                ? time.toInstant(ZoneOffset.UTC)
                : LocalDate.from(parsed).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** The two forms that are written by far the most, without the machinery; null for any other. */
    private static @Nullable Instant parseCommon(String text) {
        int length = text.length();
        boolean millis = length > 23 && text.charAt(19) == '.';
        String end = millis ? text.substring(23) : length >= 19 ? text.substring(19) : "?";
        if (!(end.equals("+00:00") || end.equals("Z") || (end.isEmpty() && !millis))
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':') {
            return null;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        int milli = millis ? number(text, 20, 23) : 0;
        if ((year | month | day | hour | minute | second | milli) < 0 || hour > 23 || minute > 59 || second > 59) {
            return null;
        }
        long days = LocalDate.of(year, month, day).toEpochDay();
        return Instant.ofEpochSecond(days * 86400 + hour * 3600 + minute * 60 + second, milli * 1_000_000L);
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
