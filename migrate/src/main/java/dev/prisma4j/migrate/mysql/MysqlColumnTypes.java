package dev.prisma4j.migrate.mysql;

import dev.prisma4j.migrate.table.ColumnType;
import dev.prisma4j.migrate.table.TypeFamily;
import dev.prisma4j.schema.model.NativeType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What MySQL's column types mean to a schema. */
final class MysqlColumnTypes {
    private record Meaning(TypeFamily family, String name, boolean hasArguments) {}

    private static final Map<String, Meaning> MEANINGS = Map.ofEntries(
            Map.entry("int", new Meaning(TypeFamily.INT, "Int", false)),
            Map.entry("smallint", new Meaning(TypeFamily.INT, "SmallInt", false)),
            Map.entry("mediumint", new Meaning(TypeFamily.INT, "MediumInt", false)),
            Map.entry("tinyint", new Meaning(TypeFamily.INT, "TinyInt", false)),
            Map.entry("bigint", new Meaning(TypeFamily.BIG_INT, "BigInt", false)),
            Map.entry("year", new Meaning(TypeFamily.INT, "Year", false)),
            Map.entry("decimal", new Meaning(TypeFamily.DECIMAL, "Decimal", true)),
            Map.entry("numeric", new Meaning(TypeFamily.DECIMAL, "Decimal", true)),
            Map.entry("float", new Meaning(TypeFamily.FLOAT, "Float", false)),
            Map.entry("double", new Meaning(TypeFamily.FLOAT, "Double", false)),
            Map.entry("char", new Meaning(TypeFamily.STRING, "Char", true)),
            Map.entry("varchar", new Meaning(TypeFamily.STRING, "VarChar", true)),
            Map.entry("tinytext", new Meaning(TypeFamily.STRING, "TinyText", false)),
            Map.entry("text", new Meaning(TypeFamily.STRING, "Text", false)),
            Map.entry("mediumtext", new Meaning(TypeFamily.STRING, "MediumText", false)),
            Map.entry("longtext", new Meaning(TypeFamily.STRING, "LongText", false)),
            Map.entry("date", new Meaning(TypeFamily.DATE_TIME, "Date", false)),
            Map.entry("time", new Meaning(TypeFamily.DATE_TIME, "Time", true)),
            Map.entry("datetime", new Meaning(TypeFamily.DATE_TIME, "DateTime", true)),
            Map.entry("timestamp", new Meaning(TypeFamily.DATE_TIME, "Timestamp", true)),
            Map.entry("json", new Meaning(TypeFamily.JSON, "Json", false)),
            Map.entry("bit", new Meaning(TypeFamily.BINARY, "Bit", true)),
            Map.entry("binary", new Meaning(TypeFamily.BINARY, "Binary", true)),
            Map.entry("varbinary", new Meaning(TypeFamily.BINARY, "VarBinary", true)),
            Map.entry("tinyblob", new Meaning(TypeFamily.BINARY, "TinyBlob", false)),
            Map.entry("blob", new Meaning(TypeFamily.BINARY, "Blob", false)),
            Map.entry("mediumblob", new Meaning(TypeFamily.BINARY, "MediumBlob", false)),
            Map.entry("longblob", new Meaning(TypeFamily.BINARY, "LongBlob", false)));

    private static final Pattern ARGUMENTS = Pattern.compile("\\(([0-9, ]+)\\)");

    private MysqlColumnTypes() {}

    /**
     * The type of a column.
     *
     * @param dataType the bare word, for example {@code varchar}
     * @param columnType the whole type, for example {@code varchar(191)} or {@code enum('a','b')}
     * @param json whether it is MariaDB's text that has to be JSON
     */
    static ColumnType of(String dataType, String columnType, boolean json) {
        String word = dataType.toLowerCase(Locale.ROOT);
        String whole = columnType.toLowerCase(Locale.ROOT);
        if (word.equals("enum")) {
            return MysqlTypes.enumOf(MysqlEnums.parse(columnType));
        }
        if (json && word.equals("longtext")) {
            return MysqlTypes.of(TypeFamily.JSON, new NativeType("Json", List.of()));
        }
        if (whole.startsWith("tinyint(1)") && !whole.contains("unsigned")) {
            return MysqlTypes.bool();
        }
        Meaning meaning = MEANINGS.get(word);
        if (meaning == null) {
            return ColumnType.unsupported(columnType);
        }
        if (whole.startsWith("bit(1)")) {
            return MysqlTypes.of(TypeFamily.BOOLEAN, new NativeType("Bit", List.of("1")));
        }
        boolean unsigned = whole.contains("unsigned") && meaning.name().endsWith("Int");
        String name = unsigned ? "Unsigned" + meaning.name() : meaning.name();
        return MysqlTypes.of(meaning.family(), new NativeType(name, arguments(meaning, whole)));
    }

    private static List<String> arguments(Meaning meaning, String whole) {
        Matcher matcher = ARGUMENTS.matcher(whole);
        if (!meaning.hasArguments()) {
            return List.of();
        }
        if (matcher.find()) {
            return List.of(matcher.group(1).replace(" ", "").split(","));
        }
        return meaning.family() == TypeFamily.DATE_TIME ? List.of("0") : List.of();
    }
}
