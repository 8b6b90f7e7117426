package dev.prisma4j.client.expression;

import dev.prisma4j.engine.query.Formula;
import dev.prisma4j.engine.query.Formula.Call;
import dev.prisma4j.engine.query.Formula.Constant;
import dev.prisma4j.engine.query.Formula.Function;
import dev.prisma4j.schema.model.ScalarType;
import java.util.List;

/**
 * A text, or something computed that is one.
 *
 * @param <M> the model at the root of the query
 */
public sealed interface TextExpression<M> extends Expression<M, String> permits StringField, TextValue {
    /** In lower case, as far as the database knows letters (SQLite: ASCII). */
    default TextValue<M> lower() {
        return new TextValue<>(path(), Formulas.call(Function.LOWER, this));
    }

    /** In upper case, as far as the database knows letters (SQLite: ASCII). */
    default TextValue<M> upper() {
        return new TextValue<>(path(), Formulas.call(Function.UPPER, this));
    }

    /** Without blanks at its ends. */
    default TextValue<M> trim() {
        return new TextValue<>(path(), Formulas.call(Function.TRIM, this));
    }

    /** How many characters it has. */
    default WholeValue<M, Integer> length() {
        return new WholeValue<>(path(), Formulas.call(Function.LENGTH, ScalarType.INT, this));
    }

    /** With a text after it. */
    default TextValue<M> concat(String text) {
        return new TextValue<>(path(), Formulas.call(Function.CONCAT, this, text));
    }

    /** With another text of the same row after it. */
    default TextValue<M> concat(Expression<M, String> other) {
        return new TextValue<>(path(), Formulas.call(Function.CONCAT, this, other));
    }

    /** A part of it, as with {@link String#substring(int, int)}, but shorter where it ends before. */
    default TextValue<M> substring(int from, int to) {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("There is no text from " + from + " to " + to + ".");
        }
        Formula start = new Constant(ScalarType.INT, from + 1);
        Formula length = new Constant(ScalarType.INT, to - from);
        return new TextValue<>(
                path(), new Call(Function.SUBSTRING, List.of(formula(), start, length), ScalarType.STRING));
    }

    /** With one text in place of another, wherever it is. */
    default TextValue<M> replace(String old, String by) {
        return new TextValue<>(path(), Formulas.call(Function.REPLACE, this, old, by));
    }

    /** A text instead, where it is missing. */
    default TextValue<M> coalesce(String text) {
        return new TextValue<>(path(), Formulas.call(Function.COALESCE, this, text));
    }

    /** Another text of the same row instead, where it is missing. */
    default TextValue<M> coalesce(Expression<M, String> other) {
        return new TextValue<>(path(), Formulas.call(Function.COALESCE, this, other));
    }
}
