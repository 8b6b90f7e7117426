package dev.prisma4j.engine.protocol;

import dev.prisma4j.engine.result.RawColumn;
import dev.prisma4j.engine.result.RawReader;
import dev.prisma4j.engine.result.RawType;
import dev.prisma4j.engine.result.RowReader;
import dev.prisma4j.engine.value.Json;
import dev.prisma4j.schema.model.Provider;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gathers the answer to one raw query: columns, their types, and rows of values that clients read by the types. */
final class RawResult implements RawReader<List<@Nullable Object>> {
    private static final DateTimeFormatter SECONDS_AND_FRACTION = new DateTimeFormatterBuilder()
            .appendPattern("HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter();
    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T')
            .append(SECONDS_AND_FRACTION)
            .toFormatter();

    private final Provider provider;

    private List<RawColumn> columns = List.of();
    private RawType[] types = new RawType[0];

    RawResult(Provider provider) {
        this.provider = provider;
    }

    @Override
    public RowReader<List<@Nullable Object>> forColumns(List<RawColumn> found) {
        columns = List.copyOf(found);
        int count = columns.size();
        types = columns.stream().map(RawColumn::type).toArray(RawType[]::new);
        return row -> {
            List<@Nullable Object> values = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                Object value = row.getObject(i);
                if (value != null && types[i] == RawType.UNKNOWN) {
                    types[i] = typeOf(value);
                }
                values.add(plain(types[i], value));
            }
            return values;
        };
    }

    /** The answer, of the rows that were read. */
    Map<String, @Nullable Object> of(@Nullable Object rows) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("columns", columns.stream().map(RawColumn::name).toList());
        answer.put("types", Stream.of(types).map(this::name).toList());
        answer.put("rows", rows);
        return answer;
    }

    /** What Prisma calls a type there: its drivers do not tell all of them apart. */
    private String name(RawType type) {
        return switch (provider) {
            case MYSQL -> type == RawType.BOOL || type == RawType.NULL ? "int" : type.protocolName();
            case POSTGRESQL -> type == RawType.CHAR || type == RawType.XML ? "string" : type.protocolName();
            default -> type.protocolName();
        };
    }

    /** Where the database does not know a column's type, as SQLite with expressions, its first value tells. */
    private RawType typeOf(Object value) {
        if (value instanceof Integer || value instanceof Long) {
            return RawType.BIGINT;
        }
        if (value instanceof Double || value instanceof Float) {
            return provider == Provider.SQLITE ? RawType.UNKNOWN : RawType.DOUBLE;
        }
        return value instanceof byte[] ? RawType.BYTES : value instanceof String ? RawType.STRING : RawType.UNKNOWN;
    }

    private @Nullable Object plain(RawType type, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> values = new ArrayList<>(list.size());
            list.forEach(element -> values.add(plain(type, element)));
            return values;
        }
        if (value instanceof Integer number && type == RawType.BIGINT) {
            return number.toString();
        }
        if (value instanceof Long number) {
            boolean big = type == RawType.BIGINT || type == RawType.BIGINT_ARRAY;
            return big ? number.toString() : new PlainNumber(number);
        }
        if (value instanceof BigDecimal number) {
            return provider == Provider.SQLITE ? (Object) number.doubleValue() : number.toPlainString();
        }
        if (value instanceof Boolean flag && provider == Provider.MYSQL) {
            return flag ? 1 : 0;
        }
        if (value instanceof byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        }
        if (value instanceof Json json) {
            return new EmbeddedJson(JsonText.minified(json));
        }
        return temporal(value);
    }

    private static Object temporal(Object value) {
        if (value instanceof Instant instant) {
            return DATE_TIME.format(instant.atOffset(ZoneOffset.UTC)) + "+00:00";
        }
        if (value instanceof OffsetDateTime time) {
            return DATE_TIME.format(time.withOffsetSameInstant(ZoneOffset.UTC)) + "+00:00";
        }
        if (value instanceof LocalDateTime time) {
            return DATE_TIME.format(time) + "+00:00";
        }
        if (value instanceof LocalDate date) {
            return date.toString();
        }
        if (value instanceof LocalTime time) {
            return SECONDS_AND_FRACTION.format(time);
        }
        if (value instanceof OffsetTime time) {
            return SECONDS_AND_FRACTION.format(time.withOffsetSameInstant(ZoneOffset.UTC));
        }
        return value instanceof Integer || value instanceof Double || value instanceof Float || value instanceof Boolean
                ? value
                : value.toString();
    }
}
