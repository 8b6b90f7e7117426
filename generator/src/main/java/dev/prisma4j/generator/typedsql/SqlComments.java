package dev.prisma4j.generator.typedsql;

import dev.prisma4j.generator.error.GenerateException;
import dev.prisma4j.schema.diagnostic.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the comments of a file say, in Prisma's form: {@code -- @param {Int} $1:minAge? the youngest}. Ours, for columns
 * whose type or nullness the database does not know: {@code -- @column {BigInt} total}. Other comments before the
 * statement are its documentation.
 *
 * @param documentation or null
 * @param parameters by position from 0
 * @param columns by label
 */
record SqlComments(@Nullable String documentation, Map<Integer, Said> parameters, Map<String, Said> columns) {
    private static final Pattern PARAMETER = Pattern.compile(
            "@param\\s+(?:\\{\\s*(\\w+)(\\[])?\\s*}\\s*)?\\$(\\d{1,4})(?::([A-Za-z_]\\w*))?(\\?)?(?:\\s+(.*))?");
    private static final Pattern COLUMN = Pattern.compile("@column\\s+\\{\\s*(\\w+)(\\[])?\\s*}\\s*(\\S+?)(\\?)?");

    /**
     * What a comment says of a parameter or column.
     *
     * @param type or null where it is left to the database
     * @param list whether it is a list of these
     * @param name a parameter's name, or null
     * @param optional whether it may be null
     * @param documentation or null
     */
    record Said(
            @Nullable SqlType type,
            boolean list,
            @Nullable String name,
            boolean optional,
            @Nullable String documentation) {}

    /**
     * Reads the comments of a file.
     *
     * @throws GenerateException if one that begins with {@code @param} or {@code @column} cannot be understood
     */
    static SqlComments of(String file, String sql) {
        List<String> documentation = new ArrayList<>();
        Map<Integer, Said> parameters = new LinkedHashMap<>();
        Map<String, Said> columns = new LinkedHashMap<>();
        boolean head = true;
        for (String line : sql.lines().map(String::strip).toList()) {
            if (!line.startsWith("--")) {
                head = head && line.isEmpty();
                continue;
            }
            String text = line.substring(2).strip();
            if (text.startsWith("@param")) {
                parameter(file, text, parameters);
            } else if (text.startsWith("@column")) {
                column(file, text, columns);
            } else if (head) {
                documentation.add(text);
            }
        }
        String said = String.join("\n", documentation).strip();
        return new SqlComments(said.isEmpty() ? null : said, parameters, columns);
    }

    private static void parameter(String file, String text, Map<Integer, Said> parameters) {
        Matcher matcher = PARAMETER.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(3)) == 0) {
            throw new GenerateException(file + ": \"-- " + text
                    + "\" is not understood. Write -- @param {Int} $1:name, with ? after the name if it may be null.");
        }
        parameters.put(
                Integer.parseInt(matcher.group(3)) - 1,
                new Said(
                        type(file, matcher.group(1)),
                        matcher.group(2) != null,
                        matcher.group(4),
                        matcher.group(5) != null,
                        matcher.group(6)));
    }

    private static void column(String file, String text, Map<String, Said> columns) {
        Matcher matcher = COLUMN.matcher(text);
        if (!matcher.matches()) {
            throw new GenerateException(
                    file + ": \"-- " + text
                            + "\" is not understood. Write -- @column {BigInt} label, with ? after the label if it may be null.");
        }
        columns.put(
                matcher.group(3),
                new Said(type(file, matcher.group(1)), matcher.group(2) != null, null, matcher.group(4) != null, null));
    }

    private static @Nullable SqlType type(String file, @Nullable String name) {
        if (name == null) {
            return null;
        }
        SqlType type = SqlType.of(name);
        if (type == null) {
            String near = Spelling.closest(name, SqlType.names());
            throw new GenerateException(file + ": there is no type {" + name + "}"
                    + (near == null ? "" : ", did you mean {" + near + "}?") + " Types are "
                    + String.join(", ", SqlType.names()) + ".");
        }
        return type;
    }
}
