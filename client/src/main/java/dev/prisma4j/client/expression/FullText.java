package dev.prisma4j.client.expression;

import dev.prisma4j.engine.query.Condition.Search;
import dev.prisma4j.schema.model.ScalarField;
import java.util.ArrayList;
import java.util.List;

/**
 * Several texts of a row that are searched together: {@code FullText.of(p.title(), p.body()).search("cat & dog")}. The
 * query is in the database's own language. MySQL and MariaDB need a full-text index over exactly these fields; SQLite has
 * no full-text search (P2026).
 *
 * @param <M> the model
 */
public final class FullText<M> {
    private final List<ScalarField> fields;

    private FullText(List<ScalarField> fields) {
        this.fields = fields;
    }

    /** The texts of these fields of the model. */
    @SafeVarargs
    public static <M> FullText<M> of(StringField<M> first, StringField<M>... more) {
        List<ScalarField> fields = new ArrayList<>();
        fields.add(first.ownField());
        for (StringField<M> field : more) {
            fields.add(field.ownField());
        }
        return new FullText<>(List.copyOf(fields));
    }

    /** Meets a search. */
    public Condition<M> search(String query) {
        return Condition.of(new Search(fields, query));
    }

    /** How well a search is met, to be ordered by. */
    public Order.Relevance<M> relevance(String query) {
        return new Order.Relevance<>(fields, query);
    }
}
