// Reads .env files the way Node's dotenv and dotenv-expand do, since that is what existing projects rely on.
package dev.prisma4j.schema.env;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The assignments of one {@code .env} file: quotes of three kinds, values over several lines, comments, {@code export},
 * and references ({@code $NAME}, <code>${NAME}</code>, <code>${NAME:-default}</code>, <code>${NAME:+alternative}</code>).
 */
public final class DotEnv {
    /** What JavaScript takes for a blank: a byte order mark, which some editors write at the beginning, is one. */
    private static final String BLANKS = "\t\n\u000b\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
            + "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff";

    private static final String BLANK = "[" + BLANKS + "]";
    private static final Pattern ASSIGNMENT = Pattern.compile(
            ("^_*(?:export_+)?(?<name>[\\w.-]+)(?:_*=_*?|:_+?)"
                            + "(?<value>_*+'(?:\\\\'|[^'])*+'|_*+\"(?:\\\\\"|[^\"])*+\"|_*+`(?:\\\\`|[^`])*+`|[^#\\r\\n]++)?"
                            + "_*(?:#.*)?$")
                    .replace("_", BLANK),
            Pattern.MULTILINE);
    private static final Pattern REFERENCE =
            Pattern.compile("(?<!\\\\)\\$\\{(?<braced>[^{}]+)}|(?<!\\\\)\\$(?<bare>[A-Za-z_][A-Za-z0-9_]*)");
    private static final Pattern OPERATOR = Pattern.compile(":\\+|\\+|:-|-");

    private final Map<String, String> assignments;

    private DotEnv(Map<String, String> assignments) {
        this.assignments = assignments;
    }

    /** Reads the text of a file. Lines that are no assignment are skipped; of two with the same name the last counts. */
    public static DotEnv parse(String text) {
        Map<String, String> found = new LinkedHashMap<>();
        Matcher matcher = ASSIGNMENT.matcher(text.replace("\r\n", "\n").replace('\r', '\n'));
        while (matcher.find()) {
            String value = matcher.group("value");
            found.put(matcher.group("name"), unquote(value == null ? "" : trim(value)));
        }
        return new DotEnv(found);
    }

    private static String trim(String value) {
        int start = 0;
        int end = value.length();
        while (start < end && BLANKS.indexOf(value.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && BLANKS.indexOf(value.charAt(end - 1)) >= 0) {
            end--;
        }
        return value.substring(start, end);
    }

    private static String unquote(String value) {
        if (value.isEmpty()) {
            return value;
        }
        char quote = value.charAt(0);
        boolean quoted = value.length() > 1
                && (quote == '\'' || quote == '"' || quote == '`')
                && value.charAt(value.length() - 1) == quote;
        String inner = quoted ? value.substring(1, value.length() - 1) : value;
        return quote == '"' ? inner.replace("\\n", "\n").replace("\\r", "\r") : inner;
    }

    /** The values as written, before references are replaced. */
    public Map<String, String> assignments() {
        return Map.copyOf(assignments);
    }

    /**
     * The values with their references replaced: by the process's variables first, then by earlier ones of the file. A
     * name that the process has keeps the process's value.
     */
    public Map<String, String> expand(Map<String, String> process) {
        Map<String, String> done = new LinkedHashMap<>();
        assignments.forEach((name, value) -> {
            String own = process.get(name);
            done.put(name, own != null && !own.isEmpty() ? own : expand(value, done, process));
        });
        return done;
    }

    private static String expand(String value, Map<String, String> earlier, Map<String, String> process) {
        String result = value;
        // Innermost first, so that a default may itself hold a reference; a value cannot bring in new ones for ever.
        for (int rounds = 0; rounds < 100; rounds++) {
            Matcher reference = REFERENCE.matcher(result);
            if (!reference.find()) {
                break;
            }
            String text = reference.group("braced") != null ? reference.group("braced") : reference.group("bare");
            result = result.substring(0, reference.start())
                    + lookUp(text, earlier, process)
                    + result.substring(reference.end());
        }
        return result.replace("\\$", "$");
    }

    private static String lookUp(String expression, Map<String, String> earlier, Map<String, String> process) {
        Matcher operator = OPERATOR.matcher(expression);
        boolean hasOperator = operator.find();
        String name = hasOperator ? expression.substring(0, operator.start()) : expression;
        String word = hasOperator ? expression.substring(operator.end()) : "";
        boolean alternative = hasOperator && operator.group().endsWith("+");
        String value = process.getOrDefault(name, "");
        if (value.isEmpty()) {
            value = earlier.getOrDefault(name, "");
        }
        if (alternative) {
            return value.isEmpty() ? "" : word;
        }
        return value.isEmpty() ? word : value;
    }
}
