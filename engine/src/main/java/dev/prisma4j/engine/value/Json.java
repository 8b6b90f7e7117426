package dev.prisma4j.engine.value;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A value of a Json field: its text, and the tree once somebody asks for it. Equal when the trees are equal, so spacing
 * and the order of keys do not matter. {@link #NULL} is the JSON value {@code null}, which is not the database's NULL.
 */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** The JSON value {@code null}. */
    public static final Json NULL = new Json("null", null);

    private final String text;
    private volatile @Nullable JsonNode tree;

    private Json(String text, @Nullable JsonNode tree) {
        this.text = text;
        this.tree = tree;
    }

    /**
     * The value that this text stands for; the text is not parsed before {@link #tree()}.
     *
     * @param text JSON
     */
    public static Json ofText(String text) {
        return new Json(text, null);
    }

    /** The value of that tree. */
    public static Json of(JsonNode tree) {
        return new Json(MAPPER.writeValueAsString(tree), tree);
    }

    /**
     * The value of maps, lists, strings, numbers, booleans and null.
     *
     * @throws IllegalArgumentException if the object is something else that JSON cannot express
     */
    public static Json of(@Nullable Object value) {
        try {
            return of(MAPPER.<JsonNode>valueToTree(value));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("Not a JSON value: " + e.getOriginalMessage(), e);
        }
    }

    /** The JSON text, which is also what Jackson writes. */
    @JsonValue
    @JsonRawValue
    public String text() {
        return text;
    }

    /**
     * The JSON tree; not to be changed.
     *
     * @throws IllegalArgumentException if the text is not JSON
     */
    public JsonNode tree() {
        JsonNode known = tree;
        if (known == null) {
            try {
                known = MAPPER.readTree(text);
            } catch (JacksonException e) {
                throw new IllegalArgumentException("Not JSON: " + e.getOriginalMessage(), e);
            }
            if (known.isMissingNode()) {
                throw new IllegalArgumentException("Not JSON: the text is empty");
            }
            tree = known;
        }
        return known;
    }

    /** Whether it is the JSON value {@code null}. */
    public boolean isNull() {
        return text.equals("null") || tree().isNull();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Json json && (text.equals(json.text) || tree().equals(json.tree()));
    }

    @Override
    public int hashCode() {
        return tree().hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
