package dev.prisma4j.migrate.rename;

import dev.prisma4j.migrate.script.SqlStatement;
import dev.prisma4j.migrate.table.DatabaseSchema;
import dev.prisma4j.migrate.table.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the renames that a script makes, written by hand or generated: {@code ALTER TABLE … RENAME} and {@code ALTER TYPE …
 * RENAME}. Names that the database does not have at that moment, such as those of temporary tables, are left out.
 */
public final class RenameStatements {
    private static final String NAME = "(\"(?:[^\"]|\"\")+\"|`(?:[^`]|``)+`|\\w+)";
    private static final String QUALIFIED = "(?:" + NAME + "\\.)?" + NAME;
    private static final Pattern TABLE =
            pattern("ALTER\\s+TABLE\\s+(?:IF\\s+EXISTS\\s+)?(?:ONLY\\s+)?" + QUALIFIED + "\\s+RENAME\\s+TO\\s+" + NAME);
    private static final Pattern TABLES = pattern("RENAME\\s+TABLE\\s+" + QUALIFIED + "\\s+TO\\s+" + NAME);
    private static final Pattern COLUMN = pattern("ALTER\\s+TABLE\\s+(?:IF\\s+EXISTS\\s+)?(?:ONLY\\s+)?" + QUALIFIED
            + "\\s+RENAME\\s+(?:COLUMN\\s+)?" + NAME + "\\s+TO\\s+" + NAME);
    private static final Pattern TYPE = pattern("ALTER\\s+TYPE\\s+" + QUALIFIED + "\\s+RENAME\\s+TO\\s+" + NAME);
    private static final Pattern VALUE = pattern(
            "ALTER\\s+TYPE\\s+" + QUALIFIED + "\\s+RENAME\\s+VALUE\\s+'((?:[^']|'')*)'\\s+TO\\s+'((?:[^']|'')*)'");

    private DatabaseSchema now;
    private final List<Rename> renames = new ArrayList<>();

    private RenameStatements(DatabaseSchema now) {
        this.now = now;
    }

    private static Pattern pattern(String text) {
        return Pattern.compile("(?is)^" + text + "\\s*$");
    }

    /** The renames that those statements make in that database. */
    public static Renames of(List<SqlStatement> statements, DatabaseSchema database) {
        RenameStatements reader = new RenameStatements(database);
        statements.stream()
                .filter(s -> s.words().contains("RENAME"))
                .map(RenameStatements::withoutComments)
                .forEach(reader::read);
        return new Renames(reader.renames);
    }

    private static String withoutComments(SqlStatement statement) {
        return statement
                .text()
                .replaceAll("(?s)/\\*.*?\\*/", " ")
                .replaceAll("(?m)(^|\\s)--.*$", " ")
                .strip();
    }

    private void read(String statement) {
        for (Pattern pattern : List.of(TABLE, TABLES)) {
            Matcher m = pattern.matcher(statement);
            if (m.matches()) {
                ObjectName from = table(m.group(1), m.group(2));
                if (from != null) {
                    ObjectName to = new ObjectName(from.namespace(), bare(m.group(3)));
                    add(new Rename.OfTable(from, to), now.table(to).isEmpty());
                }
                return;
            }
        }
        Matcher column = COLUMN.matcher(statement);
        Matcher type = TYPE.matcher(statement);
        Matcher value = VALUE.matcher(statement);
        if (column.matches()) {
            ObjectName table = table(column.group(1), column.group(2));
            String from = bare(column.group(3));
            boolean known = table != null
                    && now.table(table).flatMap(t -> t.column(from)).isPresent();
            if (table != null) {
                add(new Rename.OfColumn(table, from, bare(column.group(4))), known);
            }
        } else if (type.matches()) {
            ObjectName from = type(type.group(1), type.group(2));
            if (from != null) {
                ObjectName to = new ObjectName(from.namespace(), bare(type.group(3)));
                add(new Rename.OfEnum(from, to), now.enumDefinition(to).isEmpty());
            }
        } else if (value.matches()) {
            ObjectName name = type(value.group(1), value.group(2));
            if (name != null) {
                String from = value.group(3).replace("''", "'");
                String to = value.group(4).replace("''", "'");
                add(new Rename.OfEnumValue(name, from, to, List.of()), true);
            }
        }
    }

    private void add(Rename rename, boolean possible) {
        if (possible) {
            renames.add(rename);
            now = RenamedSchema.of(now, List.of(rename)).schema();
        }
    }

    private static String bare(String name) {
        char quote = name.charAt(0);
        return quote == '"' || quote == '`'
                ? name.substring(1, name.length() - 1).replace("" + quote + quote, "" + quote)
                : name;
    }

    private @Nullable ObjectName table(@Nullable String namespace, String name) {
        return now.tables().stream()
                .map(t -> t.name())
                .filter(n -> isCalled(n, namespace, name))
                .findFirst()
                .orElse(null);
    }

    private @Nullable ObjectName type(@Nullable String namespace, String name) {
        return now.enums().stream()
                .map(e -> e.name())
                .filter(n -> isCalled(n, namespace, name))
                .findFirst()
                .orElse(null);
    }

    /** A table of the connection's own namespace is described without one, but may be written with it. */
    private static boolean isCalled(ObjectName name, @Nullable String namespace, String text) {
        return name.name().equals(bare(text))
                && (namespace == null || name.namespace() == null || Objects.equals(name.namespace(), bare(namespace)));
    }
}
