package dev.prisma4j.engine.defaults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.engine.value.Json;
import dev.prisma4j.schema.model.Arity;
import dev.prisma4j.schema.model.DefaultValue;
import dev.prisma4j.schema.model.FieldType;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.ScalarType;
import dev.prisma4j.schema.model.SchemaBuilder;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultsTest {
    private static final Instant NOW = Instant.parse("2026-05-06T07:08:09.123456Z");

    private final SchemaBuilder builder = new SchemaBuilder();
    private final Model model = builder.addModel("M", null, null, false, false, null, "schema.prisma");

    private ScalarField field(String name, FieldType type, @Nullable DefaultValue value, boolean updatedAt) {
        return builder.addScalarField(model, name, type, Arity.REQUIRED, false, null, value, null, updatedAt, null);
    }

    private static DefaultValue.Function function(String name, Object... arguments) {
        return new DefaultValue.Function(
                name,
                List.of(arguments).stream()
                        .map(value -> new DefaultValue.Function.Argument(null, value))
                        .toList(),
                null);
    }

    private Defaults defaults() {
        return new Defaults(builder.build(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @ParameterizedTest
    @CsvSource({
        "uuid, 0, '[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}'",
        "uuid, 4, '[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}'",
        "uuid, 7, '[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}'",
        "cuid, 0, 'c[0-9a-z]{24}'",
        "cuid, 1, 'c[0-9a-z]{24}'",
        "cuid, 2, '[a-z][0-9a-z]{23}'",
        "ulid, 0, '[0-7][0-9A-HJKMNP-TV-Z]{25}'",
        "nanoid, 0, '[0-9A-Za-z_-]{21}'",
        "nanoid, 5, '[0-9A-Za-z_-]{5}'",
    })
    void everyIdGeneratorHasItsFormatAndNeverRepeats(String name, long argument, String format) {
        ScalarField id =
                field("id", ScalarType.STRING, argument == 0 ? function(name) : function(name, argument), false);
        ModelDefaults defaults = defaults().of(model);
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            Object value = defaults.valueOnCreate(id, NOW);
            assertThat((String) value).matches(format);
            assertThat(seen.add(value)).isTrue();
        }
    }

    @Test
    void theMomentOfAnOperationIsInMilliseconds() {
        assertThat(defaults().moment()).isEqualTo(Instant.parse("2026-05-06T07:08:09.123Z"));
    }

    @Test
    void nowAndUpdatedAtAreTheMomentOfTheOperation() {
        ScalarField created = field("created", ScalarType.DATE_TIME, function("now"), false);
        ScalarField updated = field("updated", ScalarType.DATE_TIME, null, true);
        ModelDefaults defaults = defaults().of(model);
        assertThat(defaults.valueOnCreate(created, NOW)).isEqualTo(NOW);
        assertThat(defaults.valueOnCreate(updated, NOW)).isEqualTo(NOW);
        assertThat(defaults.updateFields()).containsExactly(updated);
    }

    @Test
    void whatTheDatabaseComputesIsLeftToTheDatabase() {
        ScalarField id = field("id", ScalarType.INT, function("autoincrement"), false);
        ScalarField other = field("other", ScalarType.STRING, function("dbgenerated", "gen_random_uuid()"), false);
        ModelDefaults defaults = defaults().of(model);
        assertThat(defaults.fillsOnCreate(id)).isFalse();
        assertThat(defaults.fillsOnCreate(other)).isFalse();
    }

    @Test
    void fixedDefaultsHaveTheTypeOfTheirField() {
        ScalarField small = field("small", ScalarType.INT, new DefaultValue.Literal(3L, null), false);
        ScalarField big = field("big", ScalarType.BIG_INT, new DefaultValue.Literal(3L, null), false);
        ScalarField real =
                field("real", ScalarType.FLOAT, new DefaultValue.Literal(new BigDecimal("1.5"), null), false);
        ScalarField decimal = field("decimal", ScalarType.DECIMAL, new DefaultValue.Literal(3L, null), false);
        ScalarField json = field("json", ScalarType.JSON, new DefaultValue.Literal("{\"a\": 1}", null), false);
        ScalarField bytes = field("bytes", ScalarType.BYTES, new DefaultValue.Literal("AQI=", null), false);
        ScalarField time =
                field("time", ScalarType.DATE_TIME, new DefaultValue.Literal("2020-01-01T00:00:00+02:00", null), false);
        ModelDefaults defaults = defaults().of(model);
        assertThat(defaults.valueOnCreate(small, NOW)).isEqualTo(3);
        assertThat(defaults.valueOnCreate(big, NOW)).isEqualTo(3L);
        assertThat(defaults.valueOnCreate(real, NOW)).isEqualTo(1.5);
        assertThat(defaults.valueOnCreate(decimal, NOW)).isEqualTo(new BigDecimal("3"));
        assertThat(defaults.valueOnCreate(json, NOW)).isEqualTo(Json.ofText("{\"a\":1}"));
        assertThat(defaults.valueOnCreate(bytes, NOW)).isEqualTo(new byte[] {1, 2});
        assertThat(defaults.valueOnCreate(time, NOW)).isEqualTo(Instant.parse("2019-12-31T22:00:00Z"));
    }
}
