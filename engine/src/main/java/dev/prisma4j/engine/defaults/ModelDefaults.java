package dev.prisma4j.engine.defaults;

import dev.prisma4j.engine.value.Json;
import dev.prisma4j.schema.model.DefaultValue;
import dev.prisma4j.schema.model.EnumValue;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.ScalarType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the engine fills in for a model. Like Prisma it sends fixed defaults and generated ids itself, so that a new row is
 * known before the database answers; {@code autoincrement()}, {@code dbgenerated()} and {@code sequence()} are left to the
 * database.
 */
public final class ModelDefaults {
    private final Map<ScalarField, Generator> onCreate = new LinkedHashMap<>();
    private final List<ScalarField> onUpdate = new ArrayList<>();
    private final @Nullable ScalarField version;

    ModelDefaults(Model model) {
        version = model.versionField().orElse(null);
        for (ScalarField field : model.scalarFields()) {
            if (field.isUnsupported()) {
                continue;
            }
            generator(field).ifPresent(generator -> onCreate.put(field, generator));
            if (field.isUpdatedAt()) {
                onUpdate.add(field);
            }
        }
    }

    /** The fields that get a value in a new row where the data gives none. */
    public Iterable<ScalarField> createFields() {
        return onCreate.keySet();
    }

    /** Whether the engine has a value for the field in a new row. */
    public boolean fillsOnCreate(ScalarField field) {
        return onCreate.containsKey(field);
    }

    /** The fields that get the current time in every change where the data gives none. */
    public List<ScalarField> updateFields() {
        return onUpdate;
    }

    /** The field that counts the changes of a row, or null. */
    public @Nullable ScalarField version() {
        return version;
    }

    /**
     * The value of a field of a new row.
     *
     * @param field one of {@link #createFields()}
     * @param now the one moment of the operation
     */
    public Object valueOnCreate(ScalarField field, Instant now) {
        Generator generator = onCreate.get(field);
        if (generator == null) {
            throw new IllegalArgumentException("no default for " + field);
        }
        return generator.generate(now);
    }

    private static Optional<Generator> generator(ScalarField field) {
        DefaultValue value = field.defaultValue().orElse(null);
        if (value instanceof DefaultValue.Function function) {
            return Generator.of(function);
        }
        if (value instanceof DefaultValue.Literal literal) {
            Object fixed = literal(field, literal.value());
            return Optional.of(now -> fixed);
        }
        if (value instanceof DefaultValue.ListLiteral list) {
            List<Object> fixed = list.values().stream()
                    .map(element -> literal(field, element))
                    .toList();
            return Optional.of(now -> fixed);
        }
        return field.isUpdatedAt() ? Optional.of(now -> now) : Optional.empty();
    }

    private static Object literal(ScalarField field, Object value) {
        if (value instanceof EnumValue element) {
            return element.name();
        }
        ScalarType type = field.scalarType().orElse(null);
        if (type == null) {
            return value;
        }
        return switch (type) {
            case INT -> Math.toIntExact(((Number) value).longValue());
            case BIG_INT -> ((Number) value).longValue();
            case FLOAT -> ((Number) value).doubleValue();
            case DECIMAL -> value instanceof BigDecimal decimal ? decimal : new BigDecimal(value.toString());
            case JSON -> Json.ofText(value.toString());
            case BYTES -> Base64.getDecoder().decode(value.toString());
            case DATE_TIME -> instant(value.toString());
            case STRING, BOOLEAN -> value;
        };
    }

    private static Instant instant(String text) {
        return text.indexOf('T') < 0
                ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                : OffsetDateTime.parse(text).toInstant();
    }
}
