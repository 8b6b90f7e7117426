package dev.prisma4j.migrate.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When the conditions of two partial indexes count as the same. PostgreSQL gives them back with parentheses and casts of its
 * own and without the quotes that names do not need, so both are brought to one form: as trees of AND, OR and NOT.
 */
final class PredicateComparison {
    private static final Pattern TOKEN =
            Pattern.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|[\\w.]+|::|<=|>=|<>|!=|\\s+|.", Pattern.DOTALL);
    private static final Pattern TYPE_WORD = Pattern.compile("[a-z_][\\w.]*");

    private final List<String> tokens;
    private int at;

    private PredicateComparison(List<String> tokens) {
        this.tokens = tokens;
    }

    static boolean same(@Nullable String a, @Nullable String b) {
        if (a == null || b == null) {
            return a == b;
        }
        return a.equals(b) || form(a).equals(form(b));
    }

    private static String form(String sql) {
        PredicateComparison parser = new PredicateComparison(tokens(sql));
        String form = parser.anyOf();
        return parser.at == parser.tokens.size() ? form : String.join(" ", parser.tokens);
    }

    private static List<String> tokens(String sql) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(sql);
        while (matcher.find()) {
            String token = matcher.group();
            if (token.isBlank()) {
                continue;
            }
            boolean text = token.startsWith("'");
            boolean name = token.startsWith("\"") && token.matches("\"[a-z_][a-z0-9_]*\"");
            String plain = name ? token.substring(1, token.length() - 1) : token;
            tokens.add(text || plain.startsWith("\"") ? plain : plain.toLowerCase(Locale.ROOT));
        }
        return withoutCasts(tokens);
    }

    /** A cast is {@code ::}, words, perhaps a length, perhaps brackets. */
    private static List<String> withoutCasts(List<String> tokens) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (!tokens.get(i).equals("::")) {
                kept.add(tokens.get(i).equals("!=") ? "<>" : tokens.get(i));
                continue;
            }
            i++;
            while (i + 1 < tokens.size() && isPartOfType(tokens, i + 1)) {
                i++;
            }
        }
        return kept;
    }

    private static boolean isPartOfType(List<String> tokens, int index) {
        String token = tokens.get(index);
        boolean second = List.of("varying", "precision", "with", "without", "time", "zone")
                .contains(token);
        boolean brackets = token.equals("[") || token.equals("]");
        boolean length =
                token.equals("(") && TYPE_WORD.matcher(tokens.get(index - 1)).matches()
                        || token.matches("\\d+") && tokens.get(index - 1).equals("(")
                        || token.equals(")") && tokens.get(index - 1).matches("\\d+");
        return second || brackets || length;
    }

    private String anyOf() {
        List<String> parts = new ArrayList<>();
        parts.add(allOf());
        while (accept("or")) {
            parts.add(allOf());
        }
        return parts.size() == 1 ? parts.get(0) : "or(" + String.join(",", parts) + ")";
    }

    private String allOf() {
        List<String> parts = new ArrayList<>();
        parts.add(not());
        while (accept("and")) {
            parts.add(not());
        }
        return parts.size() == 1 ? parts.get(0) : "and(" + String.join(",", parts) + ")";
    }

    private String not() {
        return accept("not") ? "not(" + not() + ")" : comparison();
    }

    /** Everything up to the next AND, OR or closing parenthesis. */
    private String comparison() {
        List<String> parts = new ArrayList<>();
        while (at < tokens.size()) {
            String token = tokens.get(at);
            if (token.equals(")") || token.equals("and") || token.equals("or")) {
                break;
            }
            at++;
            if (token.equals("(")) {
                boolean call = !parts.isEmpty()
                        && TYPE_WORD.matcher(parts.get(parts.size() - 1)).matches();
                String inner = anyOf();
                accept(")");
                parts.add(call ? "(" + inner + ")" : inner);
            } else {
                parts.add(token);
            }
        }
        return String.join(" ", parts);
    }

    private boolean accept(String token) {
        if (at < tokens.size() && tokens.get(at).equals(token)) {
            at++;
            return true;
        }
        return false;
    }
}
