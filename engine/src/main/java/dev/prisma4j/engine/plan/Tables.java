package dev.prisma4j.engine.plan;

import dev.prisma4j.engine.sql.Expression;
import dev.prisma4j.engine.sql.Source;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.Relation;
import dev.prisma4j.schema.model.ScalarField;
import java.util.ArrayList;
import java.util.List;

/** Models and fields as tables and columns. */
public final class Tables {
    private Tables() {}

    /** The table of a model under an alias. */
    public static Source table(Model model, String alias) {
        return new Source.Table(model.namespace(), model.databaseName(), alias);
    }

    /** The join table of a many-to-many relation under an alias. */
    public static Source joinTable(Relation relation, String alias) {
        return new Source.Table(relation.fieldA().model().namespace(), relation.joinTableName(), alias);
    }

    /** A field's column. */
    public static Expression column(String alias, ScalarField field) {
        return new Expression.Column(alias, field.databaseName());
    }

    /** The columns of fields. */
    public static List<Expression> columns(String alias, List<ScalarField> fields) {
        List<Expression> columns = new ArrayList<>(fields.size());
        fields.forEach(field -> columns.add(column(alias, field)));
        return columns;
    }
}
