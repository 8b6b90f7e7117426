// What a database calls something that does not exist, in the names of the tables instead of the statement's aliases.
package dev.prisma4j.engine.sql.dialect;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of tables and columns that a statement asked for and that are not there. */
final class MissingNames {
    private static final Pattern ALIAS = Pattern.compile("[\"`]([^\"`]+)[\"`] AS [\"`]([^\"`]+)[\"`]");

    private MissingNames() {}

    /** A column as the database tells it, {@code t0.name}, with its table in place of the alias. */
    static String column(String told, @Nullable String sql) {
        int dot = told.indexOf('.');
        if (dot < 0 || sql == null) {
            return told;
        }
        Matcher matcher = ALIAS.matcher(sql);
        while (matcher.find()) {
            if (matcher.group(2).equals(told.substring(0, dot))) {
                return matcher.group(1) + told.substring(dot);
            }
        }
        return told;
    }

    /** A name with the schema that it was looked for in, unless it has one. */
    static String within(String schema, String name) {
        return name.indexOf('.') < 0 ? schema + "." + name : name;
    }
}
