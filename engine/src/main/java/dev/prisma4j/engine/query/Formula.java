package dev.prisma4j.engine.query;

import dev.prisma4j.schema.model.FieldType;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.ScalarType;
import java.util.List;

/**
 * A value that the database computes of the fields of one row. NULL in, NULL out, but for {@link Function#COALESCE}; a
 * division by zero is NULL, on every database.
 */
public sealed interface Formula {
    /** The type of the value. */
    FieldType type();

    /** A field of the model at hand. */
    record Column(ScalarField field) implements Formula {
        @Override
        public FieldType type() {
            return field.type();
        }
    }

    /** A value, as {@link Query} wants values of the type. */
    record Constant(FieldType type, Object value) implements Formula {}

    /** Two numbers of the same type, which is also that of the result. */
    record Arithmetic(Formula left, Operator operator, Formula right) implements Formula {
        @Override
        public FieldType type() {
            return left.type();
        }
    }

    /** A function of values. */
    record Call(Function function, List<Formula> arguments, FieldType type) implements Formula {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** What can be done to two numbers. */
    enum Operator {
        PLUS,
        MINUS,
        TIMES,
        /** Of Float and Decimal; convert whole numbers first. */
        DIVIDED_BY,
        /** The rest of a division of whole numbers. */
        MODULO
    }

    /** What can be done to values. */
    enum Function {
        /** The first of its arguments that is not NULL. */
        COALESCE,
        /** NULL if both arguments are equal, else the first. */
        NULL_IF,
        LOWER,
        UPPER,
        TRIM,
        /** The number of characters. */
        LENGTH,
        CONCAT,
        /** A text, from a position counted from 1, and how many characters (to the end without that). */
        SUBSTRING,
        /** A text, what to look for in it, and what to put in its place. */
        REPLACE,
        ABS,
        ROUND,
        FLOOR,
        CEILING,
        TO_DOUBLE,
        TO_DECIMAL,
        TO_TEXT,
        /** The database's moment. */
        NOW
    }

    /** The moment, by the database's clock. */
    static Formula now() {
        return new Call(Function.NOW, List.of(), ScalarType.DATE_TIME);
    }
}
