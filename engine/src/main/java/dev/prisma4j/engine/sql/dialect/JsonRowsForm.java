package dev.prisma4j.engine.sql.dialect;

import dev.prisma4j.engine.sql.Expression;
import dev.prisma4j.engine.sql.Select;
import dev.prisma4j.engine.sql.Source;
import java.util.ArrayList;
import java.util.List;

/**
 * The two forms in which rows are gathered into JSON: straight from the tables, or, where they are limited or numbered
 * first, from a subselect with columns {@code c0..}.
 */
final class JsonRowsForm {
    static final String ALIAS = "j";

    private JsonRowsForm() {}

    static boolean isDerived(Select select) {
        return select.limit() != null || select.offset() != null || select.from() instanceof Source.Derived;
    }

    /** What is gathered for an item of the select. */
    static Expression item(Select.Item item, int index, boolean derived) {
        return derived ? new Expression.Column(ALIAS, "c" + index) : item.expression();
    }

    /** The same select with its columns named. */
    static Select named(Select select) {
        List<Select.Item> items = new ArrayList<>();
        for (Select.Item item : select.items()) {
            items.add(new Select.Item(item.expression(), "c" + items.size()));
        }
        return new Select(
                items,
                select.from(),
                select.joins(),
                select.where(),
                select.groupBy(),
                select.having(),
                select.orderBy(),
                select.limit(),
                select.offset(),
                select.lock());
    }
}
