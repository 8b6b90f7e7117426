package dev.prisma4j.generator.typedsql;

import dev.prisma4j.generator.error.GenerateException;
import dev.prisma4j.generator.typedsql.SqlComments.Said;
import dev.prisma4j.schema.model.Provider;
import java.sql.Connection;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Asks a database for the parameters and columns of statements. PostgreSQL knows both; MySQL and SQLite know columns of
 * tables, and of parameters only how many there are, so comments say the rest. What nobody knows is an {@code Object}.
 */
final class SqlDescriber {
    /** Joins that leave columns out make even columns that are NOT NULL nullable in the result. */
    private static final Pattern OUTER_JOIN =
            Pattern.compile("\\b(left|right|full)\\s+(outer\\s+)?join\\b", Pattern.CASE_INSENSITIVE);

    private final Connection connection;
    private final Provider provider;

    SqlDescriber(Connection connection, Provider provider) {
        this.connection = connection;
        this.provider = provider;
    }

    SqlQuery describe(String file, String name, String source) {
        SqlComments comments = SqlComments.of(file, source);
        String statement = withoutEnd(source);
        SqlText text = SqlText.of(statement, provider);
        for (int position : comments.parameters().keySet()) {
            if (position >= text.parameters()) {
                throw new GenerateException(file + ": a comment speaks of $" + (position + 1)
                        + ", but the statement has " + text.parameters() + " parameters.");
            }
        }
        try (PreparedStatement prepared = connection.prepareStatement(text.forJdbc())) {
            List<SqlQuery.Column> columns = columns(prepared, statement, comments);
            for (String label : comments.columns().keySet()) {
                if (columns.stream().noneMatch(column -> column.label().equals(label))) {
                    throw new GenerateException(file + ": a comment speaks of the column " + label + ", but there are "
                            + String.join(
                                    ", ",
                                    columns.stream().map(SqlQuery.Column::label).toList())
                            + ".");
                }
            }
            return new SqlQuery(
                    name,
                    statement,
                    comments.documentation(),
                    text.pieces(),
                    text.places(),
                    parameters(file, prepared, text, comments),
                    columns);
        } catch (SQLException e) {
            throw new GenerateException(file + ": the database does not take this statement: " + e.getMessage());
        }
    }

    private static String withoutEnd(String source) {
        String statement = source.lines()
                .filter(line -> !line.strip().startsWith("--"))
                .reduce("", (all, line) -> all + line + "\n")
                .strip();
        return statement.endsWith(";")
                ? statement.substring(0, statement.length() - 1).stripTrailing()
                : statement;
    }

    private List<SqlQuery.Parameter> parameters(
            String file, PreparedStatement prepared, SqlText text, SqlComments comments) throws SQLException {
        ParameterMetaData known = provider == Provider.POSTGRESQL ? prepared.getParameterMetaData() : null;
        List<SqlQuery.Parameter> parameters = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int position = 0; position < text.parameters(); position++) {
            int place = text.places().indexOf(position);
            if (place < 0) {
                throw new GenerateException(
                        file + ": the statement has $" + text.parameters() + " but no $" + (position + 1) + ".");
            }
            String typeName = known == null ? "" : known.getParameterTypeName(place + 1);
            Said said = comments.parameters().get(position);
            SqlType type = said == null || said.type() == null ? SqlType.ofDatabase(typeName) : said.type();
            boolean list = said != null && said.type() != null ? said.list() : typeName.startsWith("_");
            String name = said == null || said.name() == null ? "arg" + (position + 1) : said.name();
            if (!names.add(name)) {
                throw new GenerateException(file + ": two parameters are called " + name + ".");
            }
            parameters.add(new SqlQuery.Parameter(
                    name, type, list, said != null && said.optional(), said == null ? null : said.documentation()));
        }
        return parameters;
    }

    private List<SqlQuery.Column> columns(PreparedStatement prepared, String statement, SqlComments comments)
            throws SQLException {
        ResultSetMetaData known = prepared.getMetaData();
        List<SqlQuery.Column> columns = new ArrayList<>();
        int count = known == null ? 0 : count(known);
        List<String> expressions = count == 0 ? List.of() : SelectList.of(statement);
        boolean outer = OUTER_JOIN.matcher(statement).find();
        for (int i = 1; i <= count; i++) {
            String label = known.getColumnLabel(i);
            Said said = comments.columns().get(label);
            String expression = expressions.size() == count ? expressions.get(i - 1) : "";
            String typeName = String.valueOf(known.getColumnTypeName(i));
            boolean list = known.getColumnType(i) == Types.ARRAY || typeName.startsWith("_");
            boolean never = !outer && isNeverNull(known, i) || SelectList.isCount(expression);
            columns.add(
                    said == null
                            ? new SqlQuery.Column(label, type(known, i, typeName, expression), list, !never)
                            : new SqlQuery.Column(
                                    label,
                                    said.type() == null ? SqlType.UNKNOWN : said.type(),
                                    said.list(),
                                    said.optional()));
        }
        return columns;
    }

    // SQLite's driver has metadata of statements without rows too, which can only say that there is no column.
    private int count(ResultSetMetaData known) throws SQLException {
        try {
            return known.getColumnCount();
        } catch (SQLException e) {
            if (provider == Provider.SQLITE) {
                return 0;
            }
            throw e;
        }
    }

    private SqlType type(ResultSetMetaData known, int column, String typeName, String expression) throws SQLException {
        if (provider == Provider.SQLITE) {
            // SQLite knows the declared types of columns; of an expression nothing, before there is a row.
            return isColumn(known, column) ? SqlType.ofDatabase(typeName) : SelectList.typeOf(expression);
        }
        boolean bit =
                provider == Provider.MYSQL && typeName.toLowerCase(Locale.ROOT).startsWith("tinyint");
        return bit && known.getPrecision(column) == 1 ? SqlType.BOOLEAN : SqlType.ofDatabase(typeName);
    }

    private static boolean isColumn(ResultSetMetaData known, int column) throws SQLException {
        @Nullable String table = known.getTableName(column);
        return table != null && !table.isEmpty();
    }

    private static boolean isNeverNull(ResultSetMetaData known, int column) throws SQLException {
        return isColumn(known, column) && known.isNullable(column) == ResultSetMetaData.columnNoNulls;
    }
}
