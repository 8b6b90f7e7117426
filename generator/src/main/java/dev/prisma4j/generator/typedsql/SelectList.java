package dev.prisma4j.generator.typedsql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The expressions of a statement's outermost select list: what is known of an expression by its looks alone. */
final class SelectList {
    private SelectList() {}

    /** The expressions in order, or none where the list is not plain to see, as with {@code *}. */
    static List<String> of(String statement) {
        List<String> expressions = new ArrayList<>();
        int depth = 0;
        int start = -1;
        for (int i = 0; i < statement.length(); i++) {
            char c = statement.charAt(i);
            if (c == '\'' || c == '"' || c == '`') {
                i = Math.max(i, statement.indexOf(c, i + 1));
            } else if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            } else if (depth == 0 && start < 0 && isWord(statement, i, "select")) {
                start = i + "select".length();
            } else if (depth == 0 && start >= 0 && (c == ',' || isWord(statement, i, "from"))) {
                expressions.add(statement.substring(start, i).strip());
                start = i + 1;
                if (c != ',') {
                    return expressions;
                }
            }
        }
        if (start >= 0) {
            expressions.add(statement.substring(start).strip());
        }
        return expressions;
    }

    private static boolean isWord(String statement, int at, String word) {
        int end = at + word.length();
        return statement.regionMatches(true, at, word, 0, word.length())
                && (at == 0 || !Character.isLetterOrDigit(statement.charAt(at - 1)))
                && (end == statement.length() || !Character.isLetterOrDigit(statement.charAt(end)));
    }

    /** A count, which is never null. */
    static boolean isCount(String expression) {
        return function(expression).equals("count");
    }

    /** The type of a well-known function's result. */
    static SqlType typeOf(String expression) {
        return switch (function(expression)) {
            case "count", "length", "row_number", "rank", "dense_rank" -> SqlType.BIG_INT;
            case "avg", "total", "round" -> SqlType.FLOAT;
            case "lower", "upper", "trim", "group_concat", "string_agg", "substr", "printf", "typeof", "date" ->
                SqlType.STRING;
            default -> SqlType.UNKNOWN;
        };
    }

    /** The name of the function that the whole expression is a call of, but for an alias; else nothing. */
    private static String function(String expression) {
        int open = expression.indexOf('(');
        String name = open < 0 ? "" : expression.substring(0, open).strip().toLowerCase(Locale.ROOT);
        if (!name.matches("\\w+")) {
            return "";
        }
        int depth = 0;
        for (int i = open; i < expression.length(); i++) {
            depth += expression.charAt(i) == '(' ? 1 : expression.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                String rest = expression.substring(i + 1).strip();
                return rest.isEmpty() || rest.matches("(?is)(as\\s+)?[\"`]?\\w+[\"`]?") ? name : "";
            }
        }
        return "";
    }
}
