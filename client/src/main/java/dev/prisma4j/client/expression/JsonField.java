package dev.prisma4j.client.expression;

import dev.prisma4j.client.model.ModelType;
import dev.prisma4j.client.model.Path;
import dev.prisma4j.client.model.SelectionBuilder;
import dev.prisma4j.engine.query.Condition.IsNull;
import dev.prisma4j.engine.query.Condition.JsonMatch;
import dev.prisma4j.engine.query.Condition.JsonTest;
import dev.prisma4j.engine.query.Operand;
import dev.prisma4j.engine.result.RowReader;
import dev.prisma4j.engine.value.Json;
import dev.prisma4j.engine.value.JsonNull;
import dev.prisma4j.engine.value.JsonPath;
import dev.prisma4j.schema.model.ScalarField;
import org.jspecify.annotations.Nullable;

/**
 * A Json field, or with {@link #path} a place inside one. Plain Java values stand for their JSON: {@code
 * u.settings().path("theme", "dark").eq(true)}.
 *
 * @param <M> the model at the root of the query
 */
public final class JsonField<M> implements Selection<M, Json> {
    private final ModelType<?> type;
    private final Path path;
    private final int index;
    private final JsonPath place;
    private final boolean ignoreCase;

    /** For generated code: a field by its position among the scalars of its model. */
    public JsonField(ModelFields<M> fields, int index) {
        this(fields.type, fields.path, index, JsonPath.ROOT, false);
    }

    private JsonField(ModelType<?> type, Path path, int index, JsonPath place, boolean ignoreCase) {
        this.type = type;
        this.path = path;
        this.index = index;
        this.place = place;
        this.ignoreCase = ignoreCase;
    }

    /**
     * A place inside the value.
     *
     * @param keys object keys and array indexes from the outside in, or one path expression such as {@code $.a.b}
     */
    public JsonField<M> path(String... keys) {
        JsonPath to =
                keys.length == 1 && keys[0].startsWith("$") ? new JsonPath.Expression(keys[0]) : JsonPath.of(keys);
        return new JsonField<>(type, path, index, to, ignoreCase);
    }

    /** The same with letter case ignored in the tests of text. */
    public JsonField<M> insensitive() {
        return new JsonField<>(type, path, index, place, true);
    }

    /** The same JSON value. Takes a {@link Json}, a {@link JsonNull}, or maps, lists, texts, numbers and booleans. */
    public Condition<M> eq(Object value) {
        return match(JsonTest.EQ, json(value));
    }

    /** Another JSON value. */
    public Condition<M> ne(Object value) {
        return match(JsonTest.NE, json(value));
    }

    public Condition<M> lt(Object value) {
        return match(JsonTest.LT, json(value));
    }

    public Condition<M> lte(Object value) {
        return match(JsonTest.LTE, json(value));
    }

    public Condition<M> gt(Object value) {
        return match(JsonTest.GT, json(value));
    }

    public Condition<M> gte(Object value) {
        return match(JsonTest.GTE, json(value));
    }

    /** A text that has the value somewhere. */
    public Condition<M> stringContains(String value) {
        return match(JsonTest.STRING_CONTAINS, value);
    }

    /** A text that begins with the value. */
    public Condition<M> stringStartsWith(String value) {
        return match(JsonTest.STRING_STARTS_WITH, value);
    }

    /** A text that ends with the value. */
    public Condition<M> stringEndsWith(String value) {
        return match(JsonTest.STRING_ENDS_WITH, value);
    }

    /** An array that has the value, or all values of an array. */
    public Condition<M> arrayContains(Object value) {
        return match(JsonTest.ARRAY_CONTAINS, json(value));
    }

    /** An array whose first element is the value. */
    public Condition<M> arrayStartsWith(Object value) {
        return match(JsonTest.ARRAY_STARTS_WITH, json(value));
    }

    /** An array whose last element is the value. */
    public Condition<M> arrayEndsWith(Object value) {
        return match(JsonTest.ARRAY_ENDS_WITH, json(value));
    }

    /** No value: the database's NULL. The JSON value null is {@code eq(Json.NULL)}. */
    public Condition<M> isNull() {
        return condition(new IsNull(new Operand.Column(field()), false));
    }

    /** A value, be it the JSON value null. */
    public Condition<M> isNotNull() {
        return condition(new IsNull(new Operand.Column(field()), true));
    }

    @Override
    @SuppressWarnings("unchecked")
    public RowReader<Json> readWith(SelectionBuilder builder) {
        return (RowReader<Json>) (RowReader<?>) builder.scalar(path, field());
    }

    private ScalarField field() {
        return type.scalar(index);
    }

    private static Object json(@Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException(
                    "A Json filter was given null. Use isNull() for the database's NULL, Json.NULL for the JSON value null.");
        }
        return value instanceof Json || value instanceof JsonNull ? value : Json.of(value);
    }

    private Condition<M> match(JsonTest test, Object value) {
        return condition(new JsonMatch(field(), place, test, value, ignoreCase));
    }

    private Condition<M> condition(dev.prisma4j.engine.query.Condition condition) {
        return Condition.of(path.fromRoot(condition));
    }
}
