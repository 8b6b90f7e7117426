package dev.prisma4j.migrate.diff;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether two texts are the same JSON. Databases that understand it give it back in their own way: keys in another order,
 * the last of those that occur twice, numbers and escapes spelled anew.
 */
final class JsonComparison {
    private static final int DEEPEST = 500;

    private final String text;
    private int at;

    private JsonComparison(String text) {
        this.text = text;
    }

    /** Texts that are no JSON are the same if they are equal. */
    static boolean same(String a, String b) {
        if (a.equals(b)) {
            return true;
        }
        try {
            return new JsonComparison(a).whole().equals(new JsonComparison(b).whole());
        } catch (NotJson e) {
            return false;
        }
    }

    /** What stands for null, true and false, which are no texts. */
    private enum Word {
        NULL,
        TRUE,
        FALSE
    }

    private static final class NotJson extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotJson() {
            super(null, null, false, false);
        }
    }

    private Object whole() {
        Object value = value(0);
        space();
        if (at < text.length()) {
            throw new NotJson();
        }
        return value;
    }

    private Object value(int depth) {
        space();
        if (at >= text.length() || depth > DEEPEST) {
            throw new NotJson();
        }
        return switch (text.charAt(at)) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 'n' -> word("null", Word.NULL);
            case 't' -> word("true", Word.TRUE);
            case 'f' -> word("false", Word.FALSE);
            default -> number();
        };
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> members = new HashMap<>();
        at++;
        if (!isNext('}')) {
            do {
                space();
                String key = string();
                expect(':');
                members.put(key, value(depth + 1));
            } while (isNext(','));
            expect('}');
        }
        return members;
    }

    private List<Object> array(int depth) {
        List<Object> elements = new ArrayList<>();
        at++;
        if (!isNext(']')) {
            do {
                elements.add(value(depth + 1));
            } while (isNext(','));
            expect(']');
        }
        return elements;
    }

    private Word word(String spelling, Word word) {
        if (!text.startsWith(spelling, at)) {
            throw new NotJson();
        }
        at += spelling.length();
        return word;
    }

    /** {@code 1e3}, {@code 1000} and {@code 1000.0} are one number. */
    private BigDecimal number() {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        try {
            BigDecimal number = new BigDecimal(text.substring(start, at));
            return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        } catch (NumberFormatException e) {
            throw new NotJson();
        }
    }

    private String string() {
        if (at >= text.length() || text.charAt(at) != '"') {
            throw new NotJson();
        }
        StringBuilder value = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return value.toString();
            }
            value.append(c == '\\' ? escaped() : c);
        }
        throw new NotJson();
    }

    private char escaped() {
        char c = ++at < text.length() ? text.charAt(at) : '?';
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw new NotJson();
        };
    }

    private char unicode() {
        try {
            at += 4;
            return (char) Integer.parseInt(text.substring(at - 3, at + 1), 16);
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new NotJson();
        }
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean isNext(char c) {
        space();
        boolean is = at < text.length() && text.charAt(at) == c;
        at += is ? 1 : 0;
        return is;
    }

    private void expect(char c) {
        if (!isNext(c)) {
            throw new NotJson();
        }
    }
}
