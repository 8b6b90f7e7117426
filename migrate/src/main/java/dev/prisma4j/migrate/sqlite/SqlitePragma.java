package dev.prisma4j.migrate.sqlite;

import dev.prisma4j.migrate.script.SqlStatement;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A {@code PRAGMA} statement, in any of the ways in which SQLite takes one: {@code main."foreign_keys" = 'off'} is
 * {@code foreign_keys(0)}.
 *
 * @param name its name in upper case
 * @param value what it is set to, in upper case, or null if it only asks
 */
record SqlitePragma(String name, @Nullable String value) {
    private static final Pattern PRAGMA = Pattern.compile("PRAGMA(?:[^.=(]+\\.)?([^.=(]+)(?:[=(]([^)]*)\\)?)?");

    /** Those that mean the same within a transaction, or that {@link SqliteScriptRunner} takes care of. */
    private static final Set<String> IN_TRANSACTION = Set.of(
            "FOREIGN_KEYS",
            "DEFER_FOREIGN_KEYS",
            "FOREIGN_KEY_CHECK",
            "WRITABLE_SCHEMA",
            "LEGACY_ALTER_TABLE",
            "USER_VERSION",
            "APPLICATION_ID");

    static Optional<SqlitePragma> of(SqlStatement statement) {
        if (!statement.startsWith("PRAGMA")) {
            return Optional.empty();
        }
        String bare = statement.words().toUpperCase(Locale.ROOT).replaceAll("[\\s'\"`\\[\\]]", "");
        Matcher matcher = PRAGMA.matcher(bare);
        return matcher.matches()
                ? Optional.of(new SqlitePragma(matcher.group(1), matcher.group(2)))
                : Optional.of(new SqlitePragma("", null));
    }

    /** Whether it does the same within a transaction. */
    boolean fitsTransaction() {
        return IN_TRANSACTION.contains(name);
    }

    /** Whether it turns foreign keys on or off. */
    boolean setsKeys() {
        return name.equals("FOREIGN_KEYS") && value != null;
    }

    /** Whether it turns foreign keys off; to SQLite every word that it does not know means no. */
    boolean turnsKeysOff() {
        return setsKeys() && value != null && !isOn(value);
    }

    private static boolean isOn(String value) {
        String number = value.startsWith("+") ? value.substring(1) : value;
        return Set.of("ON", "YES", "TRUE").contains(value) || number.matches("0*[1-9]\\d?");
    }
}
