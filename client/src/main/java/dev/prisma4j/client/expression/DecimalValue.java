package dev.prisma4j.client.expression;

import dev.prisma4j.client.model.Path;
import dev.prisma4j.engine.query.Formula;
import java.math.BigDecimal;

/**
 * A Decimal that the database computes.
 *
 * @param <M> the model at the root of the query
 */
public final class DecimalValue<M> extends Value<M, BigDecimal> implements DecimalExpression<M> {
    DecimalValue(Path path, Formula formula) {
        super(path, formula);
    }
}
