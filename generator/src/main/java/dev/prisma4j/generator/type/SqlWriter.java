package dev.prisma4j.generator.type;

import dev.prisma4j.generator.error.GenerateException;
import dev.prisma4j.generator.java.JavaFile;
import dev.prisma4j.generator.java.JavaNames;
import dev.prisma4j.generator.shape.ClientShape;
import dev.prisma4j.generator.shape.ModelShape;
import dev.prisma4j.generator.typedsql.SqlQuery;
import dev.prisma4j.generator.typedsql.SqlType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The typed queries: {@code PrismaSql}, with a method for each, and a record for its rows. */
final class SqlWriter {
    private final List<SqlQuery> queries;
    private final JavaFile file;
    private final Set<String> records = new HashSet<>();

    SqlWriter(ClientShape client, List<SqlQuery> queries) {
        this.queries = queries;
        this.file = new JavaFile(client.packageName(), client.types());
    }

    JavaFile write() {
        file.doc("The queries of the project's {@code .sql} files; types are those that the database had when this was"
                + " generated.");
        file.line("public final class PrismaSql {");
        file.line("private final PrismaModels prisma;");
        file.gap();
        file.line("PrismaSql(PrismaModels prisma) {");
        file.line("this.prisma = prisma;");
        file.line("}");
        for (SqlQuery query : queries) {
            String row = recordName(query);
            if (!query.columns().isEmpty()) {
                record(query, row);
            }
            method(query, row);
        }
        return file.line("}");
    }

    private String recordName(SqlQuery query) {
        String name = JavaNames.capitalized(query.name()) + "Row";
        while (!records.add(name.toLowerCase(Locale.ROOT))) {
            name = name + "_";
        }
        return name;
    }

    private void record(SqlQuery query, String name) {
        refuseMoreThanARecordHolds(query);
        file.gap();
        file.doc("A row of {@link #" + method(query) + "}.");
        Set<String> taken = new HashSet<>();
        List<String> components = new ArrayList<>();
        for (SqlQuery.Column column : query.columns()) {
            components.add(declared(column.type(), column.list(), column.nullable()) + " " + component(column, taken));
        }
        file.line("public record " + name + "(" + String.join(", ", components) + ") {}");
    }

    private static void refuseMoreThanARecordHolds(SqlQuery query) {
        int values = 0;
        for (SqlQuery.Column column : query.columns()) {
            boolean wide = !column.nullable() && !column.list() && "long double".contains(primitive(column.type()));
            values += wide ? 2 : 1;
        }
        if (values > ModelShape.RECORD) {
            throw new GenerateException(
                    query.source() + " reads " + query.columns().size()
                            + " columns, more than a Java record can have: name only those that are needed.");
        }
    }

    private static String primitive(SqlType type) {
        String primitive = type.primitive();
        return primitive == null ? "none" : primitive;
    }

    private void method(SqlQuery query, String row) {
        boolean rows = !query.columns().isEmpty();
        file.gap();
        file.doc(documentation(query, rows));
        String result = rows ? file.use("java.util.List") + "<" + row + ">" : "long";
        String parameters = query.parameters().stream()
                .map(parameter ->
                        declared(parameter.type(), parameter.list(), parameter.nullable()) + " " + variable(parameter))
                .collect(Collectors.joining(", "));
        file.line("public " + result + " " + method(query) + "(" + parameters + ") {");
        file.line("return this.prisma." + (rows ? "queryTyped" : "executeRaw") + "(");
        file.continued(file.use("dev.prisma4j.client.Sql") + ".of(");
        text(query);
        if (rows) {
            String variable = rowVariable(query);
            List<String> values = values(query, variable);
            file.continued(variable + " -> new " + row + "(");
            for (int i = 0; i < values.size(); i++) {
                file.continued("        " + values.get(i) + (i + 1 < values.size() ? "," : "));"));
            }
        }
        file.line("}");
    }

    private String documentation(SqlQuery query, boolean rows) {
        String said = query.documentation();
        StringBuilder text =
                new StringBuilder(said == null ? "Runs {@code " + query.name() + ".sql}." : JavaFile.escape(said));
        String separator = "\n\n";
        for (SqlQuery.Parameter parameter : query.parameters()) {
            String about = parameter.documentation();
            String unknown = parameter.type() == SqlType.UNKNOWN
                    ? "of a type that the database does not tell: a comment -- &#64;param in the file can"
                    : null;
            if (about != null || unknown != null) {
                text.append(separator)
                        .append("@param ")
                        .append(variable(parameter))
                        .append(' ')
                        .append(about != null ? JavaFile.escape(about) : unknown);
                separator = "\n";
            }
        }
        if (!rows) {
            text.append(separator).append("@return how many rows were changed");
        }
        return text.toString();
    }

    /** The statement as a text block, its values, and the end of the call of {@code Sql.of}. */
    private void text(SqlQuery query) {
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < query.pieces().size(); i++) {
            sql.append(i == 0 ? "" : "{}").append(query.pieces().get(i).replace("{}", "{{}}"));
        }
        file.verbatim("                        \"\"\"");
        String escaped = sql.toString().replace("\\", "\\\\").replace("\"\"\"", "\"\"\\\"");
        List<String> lines = escaped.lines().map(String::stripTrailing).toList();
        for (int i = 0; i < lines.size(); i++) {
            boolean last = i == lines.size() - 1;
            String quote =
                    lines.get(i).endsWith("\"") && last ? lines.get(i).replaceAll("\"$", "\\\\\"") : lines.get(i);
            String values = query.places().stream()
                    .map(place -> ", " + variable(query.parameters().get(place)))
                    .collect(Collectors.joining());
            String end = query.columns().isEmpty() ? "));" : "),";
            file.verbatim("                        " + quote + (last ? "\"\"\"" + values + end : ""));
        }
    }

    private List<String> values(SqlQuery query, String row) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < query.columns().size(); i++) {
            SqlQuery.Column column = query.columns().get(i);
            if (column.type() == SqlType.UNKNOWN) {
                values.add(row + ".any(" + i + ")");
            } else {
                String getter = (column.list() ? "list" : "get") + (column.nullable() ? "OrNull" : "");
                values.add(row + "." + getter + "(" + i + ", " + name(column.type()) + ".class)");
            }
        }
        return values;
    }

    private String declared(SqlType type, boolean list, boolean nullable) {
        boolean missing = nullable || type == SqlType.UNKNOWN;
        if (!missing && !list && type.primitive() != null) {
            return type.primitive();
        }
        String whole = list ? file.use("java.util.List") + "<" + name(type) + ">" : name(type);
        String annotation = "@" + file.use("org.jspecify.annotations.Nullable");
        return !missing ? whole : whole.equals("byte[]") ? "byte " + annotation + " []" : annotation + " " + whole;
    }

    private String name(SqlType type) {
        return type == SqlType.BYTES ? "byte[]" : file.use(type.javaName());
    }

    /** A parameter, which must not hide the class that the method calls. */
    private static String variable(SqlQuery.Parameter parameter) {
        String name = JavaNames.member(parameter.name());
        return name.equals("Sql") ? "Sql_" : name;
    }

    /** What a row is called where it is read, which no parameter is called. */
    private static String rowVariable(SqlQuery query) {
        String name = "row";
        while (query.parameters().stream().map(SqlWriter::variable).toList().contains(name)) {
            name = name + "_";
        }
        return name;
    }

    private static String method(SqlQuery query) {
        return JavaNames.member(query.name());
    }

    private static String component(SqlQuery.Column column, Set<String> taken) {
        String plain = column.label().replaceAll("[^A-Za-z0-9_]", "_");
        String name =
                JavaNames.member(plain.isEmpty() || Character.isDigit(plain.charAt(0)) ? "column_" + plain : plain);
        while (!taken.add(name)) {
            name = name + "_";
        }
        return name;
    }
}
