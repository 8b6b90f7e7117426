package dev.prisma4j.schema;

import dev.prisma4j.schema.diagnostic.Diagnostic;
import java.util.List;

/**
 * What {@code validate --json} prints for tools:
 *
 * <pre>{@code
 * {"ok":false,
 *  "errors":[{"message":"..","help":"..","code":"P1012","file":"schema.prisma","line":1,"startOffset":0,"endOffset":5}],
 *  "warnings":[]}
 * }</pre>
 *
 * <p>Offsets count UTF-16 units from the start of the file. {@code help} is left out where no fix is known, and warnings
 * have no code.
 */
public final class ValidationReport {
    private ValidationReport() {}

    /** {@return the report as one JSON object, in several lines, without a line break at the end} */
    public static String json(CompiledSchema compiled) {
        StringBuilder json = new StringBuilder("{\n  \"ok\": ").append(compiled.isValid());
        list(json.append(",\n  \"errors\": "), compiled.errors());
        list(json.append(",\n  \"warnings\": "), compiled.warnings());
        return json.append("\n}").toString();
    }

    private static void list(StringBuilder json, List<Diagnostic> diagnostics) {
        json.append('[');
        String separator = "\n    ";
        for (Diagnostic diagnostic : diagnostics) {
            json.append(separator);
            entry(json, diagnostic);
            separator = ",\n    ";
        }
        json.append(diagnostics.isEmpty() ? "]" : "\n  ]");
    }

    private static void entry(StringBuilder json, Diagnostic diagnostic) {
        text(json.append("{\"message\": "), diagnostic.message());
        if (diagnostic.help() != null) {
            text(json.append(", \"help\": "), diagnostic.help());
        }
        if (diagnostic.isError()) {
            text(json.append(", \"code\": "), diagnostic.code());
        }
        text(json.append(", \"file\": "), diagnostic.file().name());
        json.append(", \"line\": ")
                .append(diagnostic.span().line())
                .append(", \"startOffset\": ")
                .append(diagnostic.span().start())
                .append(", \"endOffset\": ")
                .append(diagnostic.span().end())
                .append('}');
    }

    /** A string as RFC 8259 has it; lone surrogates are escaped so that the output is always valid UTF-8. */
    private static void text(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    boolean lone = Character.isSurrogate(c) && !isPaired(text, i);
                    if (c < ' ' || c == 0x7f || lone) {
                        json.append(String.format("\\u%04x", (int) c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        json.append('"');
    }

    private static boolean isPaired(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
}
