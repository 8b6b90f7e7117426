package dev.prisma4j.migrate.postgresql;

import dev.prisma4j.migrate.table.Column;
import dev.prisma4j.schema.model.NativeType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names of types in SQL that the language has words of its own for: a schema may say {@code Unsupported("integer")} or
 * {@code Unsupported("varchar(20)[]")} nonetheless, and then has what it asked for.
 */
final class PostgresTypeNames {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("int", "Integer"),
            Map.entry("int4", "Integer"),
            Map.entry("integer", "Integer"),
            Map.entry("int2", "SmallInt"),
            Map.entry("smallint", "SmallInt"),
            Map.entry("int8", "BigInt"),
            Map.entry("bigint", "BigInt"),
            Map.entry("oid", "Oid"),
            Map.entry("float4", "Real"),
            Map.entry("real", "Real"),
            Map.entry("float", "DoublePrecision"),
            Map.entry("float8", "DoublePrecision"),
            Map.entry("double precision", "DoublePrecision"),
            Map.entry("dec", "Decimal"),
            Map.entry("decimal", "Decimal"),
            Map.entry("numeric", "Decimal"),
            Map.entry("money", "Money"),
            Map.entry("bool", "Boolean"),
            Map.entry("boolean", "Boolean"),
            Map.entry("text", "Text"),
            Map.entry("varchar", "VarChar"),
            Map.entry("character varying", "VarChar"),
            Map.entry("char varying", "VarChar"),
            Map.entry("char", "Char"),
            Map.entry("character", "Char"),
            Map.entry("bpchar", "Char"),
            Map.entry("bytea", "ByteA"),
            Map.entry("json", "Json"),
            Map.entry("jsonb", "JsonB"),
            Map.entry("uuid", "Uuid"),
            Map.entry("xml", "Xml"),
            Map.entry("inet", "Inet"),
            Map.entry("citext", "Citext"),
            Map.entry("bit", "Bit"),
            Map.entry("varbit", "VarBit"),
            Map.entry("bit varying", "VarBit"),
            Map.entry("timestamp", "Timestamp"),
            Map.entry("timestamp without time zone", "Timestamp"),
            Map.entry("timestamptz", "Timestamptz"),
            Map.entry("timestamp with time zone", "Timestamptz"),
            Map.entry("date", "Date"),
            Map.entry("time", "Time"),
            Map.entry("time without time zone", "Time"),
            Map.entry("timetz", "Timetz"),
            Map.entry("time with time zone", "Timetz"));

    private static final Pattern ARRAY = Pattern.compile("(\\s*\\[\\d*])+$|\\s+array(\\s*\\[\\d*])?$");
    private static final Pattern ARGUMENTS = Pattern.compile("\\s*\\(([0-9, -]+)\\)");

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");
    private static final Set<String> EXACT_TO_SIX = Set.of("Timestamp", "Timestamptz", "Time", "Timetz");

    private PostgresTypeNames() {}

    /** Whether that is the name of a list. */
    static boolean isList(String name) {
        return ARRAY.matcher(name.strip().toLowerCase(Locale.ROOT)).find();
    }

    /** Whether a column is of the type of that name. */
    static boolean names(String name, Column column) {
        NativeType has = column.type().nativeType();
        NativeType named = has == null ? null : exactly(named(name), column);
        return has != null
                && named != null
                && isList(name) == column.isList()
                && PostgresCasts.change(has, named) == null;
    }

    /** A moment without a precision has six digits; what the elements of a list have is not told by every catalog. */
    private static @Nullable NativeType exactly(@Nullable NativeType named, Column column) {
        if (named == null || column.isList() || !named.arguments().isEmpty() || !EXACT_TO_SIX.contains(named.name())) {
            return named;
        }
        return new NativeType(named.name(), List.of("6"));
    }

    /** The type of that name, or of the elements of a list, as a schema spells it; null if it has no word for it. */
    static @Nullable NativeType named(String name) {
        String element = ARRAY.matcher(name.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
        Matcher arguments = ARGUMENTS.matcher(element);
        List<String> given =
                arguments.find() ? List.of(arguments.group(1).replace(" ", "").split(",")) : List.of();
        if (!given.stream().allMatch(argument -> NUMBER.matcher(argument).matches())) {
            return null;
        }
        String bare = arguments.replaceFirst("").strip().replaceAll("\\s+", " ").replaceFirst("^pg_catalog\\.", "");
        String word = WORDS.get(bare);
        boolean bits = bare.equals("float") && !given.isEmpty(); // how exact it is, not how long
        return word == null || bits ? null : new NativeType(word, given);
    }
}
