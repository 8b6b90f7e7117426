package dev.prisma4j.generator.typedsql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A typed query, ready to be written as a method.
 *
 * @param name the file's name without {@code .sql}
 * @param source the statement as it is in the file
 * @param documentation the comment at the head of the file, or null
 * @param pieces the text between the places of values
 * @param places for each place the position of its parameter
 * @param parameters the parameters in the order of their numbers
 * @param columns the columns of the result; none for statements that give no rows
 */
public record SqlQuery(
        String name,
        String source,
        @Nullable String documentation,
        List<String> pieces,
        List<Integer> places,
        List<Parameter> parameters,
        List<Column> columns) {
    public SqlQuery {
        pieces = List.copyOf(pieces);
        places = List.copyOf(places);
        parameters = List.copyOf(parameters);
        columns = List.copyOf(columns);
    }

    /**
     * A parameter.
     *
     * @param name its name
     * @param type its type
     * @param list whether it takes a list
     * @param nullable whether it takes null
     * @param documentation what the comment says of it, or null
     */
    public record Parameter(
            String name,
            SqlType type,
            boolean list,
            boolean nullable,
            @Nullable String documentation) {}

    /**
     * A column of the result.
     *
     * @param label its label
     * @param type its type
     * @param list whether it holds lists
     * @param nullable whether it may be missing
     */
    public record Column(String label, SqlType type, boolean list, boolean nullable) {}
}
