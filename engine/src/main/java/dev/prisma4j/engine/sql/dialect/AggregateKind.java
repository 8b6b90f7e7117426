package dev.prisma4j.engine.sql.dialect;

import dev.prisma4j.engine.query.AggregateFunction;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.ScalarType;

/** What an aggregate over a field is read as; the same on every database. */
enum AggregateKind {
    /** A Long. */
    WHOLE,
    /** A Double. */
    FRACTION,
    /** A BigDecimal. */
    DECIMAL,
    /** As the field itself. */
    SAME;

    static AggregateKind of(AggregateFunction function, ScalarField field) {
        return switch (function) {
            case COUNT -> WHOLE;
            case MIN, MAX -> SAME;
            case SUM -> field.is(ScalarType.DECIMAL) ? DECIMAL : field.is(ScalarType.FLOAT) ? FRACTION : WHOLE;
            case AVG -> field.is(ScalarType.DECIMAL) ? DECIMAL : FRACTION;
        };
    }
}
