package dev.prisma4j.migrate.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tokens of a statement, read from the first to the last: words in upper case, quoted names and strings with their
 * quotes, numbers, single signs. Comments are none.
 */
public final class SqlTokens {
    private static final String COMMENTS = "/\\*(?!M?!)(?s:.*?)\\*/|--(?=\\s|[^0-9(]|$)[^\\n]*";
    private static final String REST = "[EeBbXxNn]?'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|`(?:[^`]|``)*`"
            + "|[\\p{L}_][\\p{L}\\d_$]*|\\d[\\w.]*|::|/\\*M?!|\\S";
    private static final Pattern TOKEN = Pattern.compile("(" + COMMENTS + ")|(" + REST + ")");
    private static final Pattern TOKEN_OF_MYSQL =
            Pattern.compile("(" + COMMENTS + "|#[^\\n]*)|([BbXxNn]?'(?:[^'\\\\]|''|(?s:\\\\.))*'"
                    + "|\"(?:[^\"\\\\]|\"\"|(?s:\\\\.))*\"|" + REST + ")");

    private final List<String> tokens;
    private int at;

    private SqlTokens(List<String> tokens) {
        this.tokens = tokens;
    }

    /** The tokens of a statement, as its database tells them apart. */
    public static SqlTokens of(SqlStatement statement, boolean mysql) {
        Matcher matcher = (mysql ? TOKEN_OF_MYSQL : TOKEN).matcher(statement.text());
        List<String> tokens = new ArrayList<>();
        while (matcher.find()) {
            String token = matcher.group(2);
            if (token != null) {
                tokens.add(isQuoted(token) ? token : token.toUpperCase(Locale.ROOT));
            }
        }
        return new SqlTokens(tokens);
    }

    private static boolean isQuoted(String token) {
        return token.endsWith("'") || token.endsWith("\"") || token.endsWith("`");
    }

    /** Whether all were read. */
    public boolean isAtEnd() {
        return at >= tokens.size();
    }

    /** The next token, empty at the end. */
    public String peek() {
        return peek(0);
    }

    /** A token after the next one, empty after the end. */
    public String peek(int ahead) {
        return at + ahead < tokens.size() ? tokens.get(at + ahead) : "";
    }

    /** Reads the next token. */
    public String next() {
        String token = peek();
        at++;
        return token;
    }

    /** Reads those tokens if they are the next ones. */
    public boolean take(String... expected) {
        for (int i = 0; i < expected.length; i++) {
            if (!peek(i).equals(expected[i])) {
                return false;
            }
        }
        at += expected.length;
        return true;
    }

    /** Reads the next token if it is one of those. */
    public boolean takeOneOf(String... expected) {
        for (String token : expected) {
            if (take(token)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the next token is a string. */
    public boolean isString() {
        return peek().endsWith("'");
    }

    /** Whether the next token is a quoted name, or a word that can be one. */
    public boolean isName() {
        return peek().endsWith("\"") || peek().endsWith("`") || peek().matches("[\\p{L}_].*") && !isString();
    }

    /** A name without its quotes; one without quotes as it stands, in upper case. */
    public static String bare(String name) {
        char quote = name.isEmpty() ? ' ' : name.charAt(0);
        return quote == '"' || quote == '`'
                ? name.substring(1, name.length() - 1).replace("" + quote + quote, "" + quote)
                : name;
    }

    /** Reads a name, with those before it and their dots; gives its last part without quotes, empty if there is none. */
    public String takeName() {
        String last = "";
        while (isName()) {
            last = bare(next());
            if (!peek().equals(".")) {
                return last;
            }
            next();
        }
        return last;
    }

    /** Reads up to the parenthesis or bracket that closes the one that is next. */
    public boolean takeBalanced() {
        int depth = 0;
        do {
            String token = next();
            if (token.equals("(") || token.equals("[")) {
                depth++;
            } else if (token.equals(")") || token.equals("]")) {
                depth--;
            }
        } while (depth > 0 && !isAtEnd());
        return depth == 0;
    }
}
