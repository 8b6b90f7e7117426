package dev.prisma4j.engine.sql.dialect;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's array literals of one dimension: {@code {a,"b c",NULL}}. */
final class PostgresArrays {
    private PostgresArrays() {}

    /** Appends an element in quotes. */
    static void quote(String element, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < element.length(); i++) {
            char c = element.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\');
            }
            text.append(c);
        }
        text.append('"');
    }

    /** The elements of a literal; null for NULL. */
    static List<@Nullable String> parse(String text) {
        List<@Nullable String> elements = new ArrayList<>();
        int at = text.indexOf('{') + 1;
        StringBuilder element = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '}') {
            element.setLength(0);
            boolean quoted = text.charAt(at) == '"';
            at += quoted ? 1 : 0;
            while (quoted ? text.charAt(at) != '"' : text.charAt(at) != ',' && text.charAt(at) != '}') {
                at += text.charAt(at) == '\\' ? 1 : 0;
                element.append(text.charAt(at++));
            }
            at += quoted ? 1 : 0;
            elements.add(!quoted && element.toString().equals("NULL") ? null : element.toString());
            at += at < text.length() && text.charAt(at) == ',' ? 1 : 0;
        }
        return elements;
    }
}
