package dev.prisma4j.client.expression;

import dev.prisma4j.client.model.ModelType;
import dev.prisma4j.client.model.Path;
import dev.prisma4j.engine.query.Condition.Search;
import dev.prisma4j.engine.query.Condition.TextMatch;
import dev.prisma4j.engine.query.Condition.TextPosition;
import java.util.List;

/**
 * A text.
 *
 * @param <M> the model at the root of the query
 */
public final class StringField<M> extends ComparableField<M, String> implements TextExpression<M> {
    /** For generated code. */
    public StringField(ModelFields<M> fields, int index) {
        super(fields, index);
    }

    private StringField(ModelType<?> type, Path path, int index, boolean ignoreCase) {
        super(type, path, index, ignoreCase);
    }

    /** The same field with letter case ignored in what is asked of it. */
    public StringField<M> insensitive() {
        return new StringField<>(type, path, index, true);
    }

    /** Has the value somewhere. {@code %} and {@code _} are wildcards, as with Prisma. */
    public Condition<M> contains(String value) {
        return match(TextPosition.CONTAINS, value);
    }

    /** Has the text of another field of the same row somewhere. */
    public Condition<M> contains(StringField<M> other) {
        return match(TextPosition.CONTAINS, other);
    }

    /** Begins with the value. {@code %} and {@code _} are wildcards, as with Prisma. */
    public Condition<M> startsWith(String value) {
        return match(TextPosition.STARTS_WITH, value);
    }

    /** Begins with the text of another field of the same row. */
    public Condition<M> startsWith(StringField<M> other) {
        return match(TextPosition.STARTS_WITH, other);
    }

    /** Ends with the value. {@code %} and {@code _} are wildcards, as with Prisma. */
    public Condition<M> endsWith(String value) {
        return match(TextPosition.ENDS_WITH, value);
    }

    /** Ends with the text of another field of the same row. */
    public Condition<M> endsWith(StringField<M> other) {
        return match(TextPosition.ENDS_WITH, other);
    }

    /** Meets a full-text search in the database's own query language. */
    public Condition<M> search(String query) {
        return condition(new Search(List.of(field()), query));
    }

    /** How well it matches a full-text search in the database's own query language, to be ordered by. */
    public Order.Relevance<M> relevance(String query) {
        return FullText.of(this).relevance(query);
    }

    private Condition<M> match(TextPosition position, Object value) {
        return condition(new TextMatch(operand(), position, right(value), ignoreCase));
    }
}
