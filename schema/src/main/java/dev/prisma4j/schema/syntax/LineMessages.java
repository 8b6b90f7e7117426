package dev.prisma4j.schema.syntax;

import dev.prisma4j.schema.diagnostic.Spelling;
import dev.prisma4j.schema.source.SourceFile;
import dev.prisma4j.schema.source.Span;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The errors of the parser, in words: what a line is not, where it stops making sense, and what was likely meant. */
final class LineMessages {

    private static final List<String> KEYWORDS = List.of("model", "enum", "type", "view", "datasource", "generator");
    private static final String TOO_DEEP =
            "This line nests brackets more than " + ExpressionParser.MAX_DEPTH + " deep.";

    private final SourceFile file;
    private final Scanner scanner;

    LineMessages(SourceFile file, Scanner scanner) {
        this.file = file;
        this.scanner = scanner;
    }

    void topLevelLine(InvalidLine line) {
        report(
                line.span(),
                "This line begins no block and is no comment. Outside of blocks there can be nothing else.",
                topLevelHelp(line.span().text()));
    }

    private static @Nullable String topLevelHelp(String line) {
        if (line.charAt(0) == '\uFEFF') {
            return "The file begins with a byte order mark. Save it as UTF-8 without one.";
        }
        int end = 0;
        while (end < line.length() && Character.isLetter(line.charAt(end))) {
            end++;
        }
        String word = line.substring(0, end);
        boolean opens = line.indexOf('{', end) >= 0;
        if (KEYWORDS.contains(word)) {
            return opens ? brokenBlockHelp(word, line.substring(end)) : headerHelp(word);
        }
        String meant = word.isEmpty() ? null : Spelling.closest(word, KEYWORDS);
        if (meant != null) {
            return "Did you mean `" + meant + "`?";
        }
        return opens ? "A block begins with one of the words " + quoted() + "." : null;
    }

    private static String brokenBlockHelp(String keyword, String afterKeyword) {
        String header = afterKeyword.substring(0, afterKeyword.indexOf('{')).strip();
        if (header.isEmpty() || !header.chars().allMatch(c -> Characters.continuesName(c))) {
            return "Between `" + keyword + "` and the brace stands one name, of letters, digits and underscores,"
                    + " that begins with a letter.";
        }
        if (header.startsWith("_") || header.startsWith("-")) {
            return "A name begins with a letter.";
        }
        if (afterKeyword.indexOf('}') >= 0) {
            return "Every line of a block, its closing brace too, stands on a line of its own.";
        }
        return "The block `" + header + "` is never closed: no later line begins with `}`.";
    }

    private static String headerHelp(String keyword) {
        return "A block begins with a line like `" + keyword + " Name {`.";
    }

    private static String quoted() {
        return "`" + String.join("`, `", KEYWORDS) + "`";
    }

    void unknownBlock(UnknownBlock block) {
        String word = block.keyword().text();
        String meant = Spelling.closest(word, KEYWORDS);
        String help = meant == null
                ? "A block begins with one of the words " + quoted() + " and a name."
                : meant.equals(word)
                        ? "Give the block a name: `" + word + " Name {`."
                        : "Did you mean `" + meant + " Name {`?";
        report(block.span(), "There is no such block as `" + word + " { ... }`.", help);
    }

    void alias(TypeAlias alias) {
        report(
                alias.span(),
                "Types cannot be given another name; `type` declares a composite type.",
                "Write `type " + alias.name() + " { ... }`, or use the type itself.");
    }

    void modelLine(LineTrouble trouble, ModelBlock.Kind kind) {
        blockLine(trouble, "neither a field nor an attribute of a " + kind.keyword());
    }

    void enumLine(LineTrouble trouble) {
        blockLine(trouble, "neither a value nor an attribute of an enum");
    }

    void configLine(LineTrouble trouble, ConfigBlock.Kind kind) {
        blockLine(trouble, "no property of a " + kind.keyword() + ", which has the form `name = value`");
    }

    private void blockLine(LineTrouble trouble, String whatItIsNot) {
        Span span = trouble.line().span();
        if (trouble.tooDeep()) {
            report(span, TOO_DEEP, null);
            return;
        }
        int stop = Math.min(trouble.understoodTo(), span.end());
        String where = "";
        if (stop > span.start()) {
            String rest = shortened(file.text(), stop, span.end()).strip();
            where = rest.isEmpty() ? "" : "; it is not understood from `" + rest + "` on";
        }
        report(span, "This line is " + whatItIsNot + where + ".", blockLineHelp(span.text()));
    }

    private static @Nullable String blockLineHelp(String line) {
        char first = line.charAt(0);
        if (first == '_' || first == '-') {
            return "A name begins with a letter.";
        }
        if (line.startsWith("/*")) {
            return "The comment is never closed with `*/`.";
        }
        if (count(line, '(') > count(line, ')') || count(line, '[') > count(line, ']')) {
            return "Everything in parentheses and brackets stands on one line.";
        }
        if (line.indexOf('\'') >= 0) {
            return "Text stands in double quotes.";
        }
        if (line.stripTrailing().endsWith("}")) {
            return "The closing brace of a block stands on a line of its own.";
        }
        if (line.stripTrailing().endsWith(";") || line.stripTrailing().endsWith(",")) {
            return "Nothing separates the lines of a block but the line break.";
        }
        return null;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    /** The text from an offset to the end of the line, or only its beginning. */
    private static String shortened(String text, int from, int lineEnd) {
        int end = Math.min(from + 20, lineEnd);
        if (end == lineEnd) {
            return text.substring(from, end);
        }
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(from, end) + "...";
    }

    /** Reports the first fault of a field, in the order colon, missing type, form of the type. */
    void faultyField(FaultyField field, Span typeSpan, ModelBlock.Kind kind, Identifier block) {
        Identifier name = field.name();
        if (field.colon() != null) {
            report(
                    field.colon(),
                    "There is no colon between the name of a field and its type.",
                    "Remove it; formatting the schema does so.");
            return;
        }
        if (field.type() == null) {
            report(
                    field.span(),
                    "The field `" + name + "` of " + kind.keyword() + " `" + block + "` has no type.",
                    "Write a type after the name, as in `" + name + " String`.");
            return;
        }
        String type = field.type().span().text();
        switch (field.form()) {
            case MARKED_REQUIRED ->
                report(typeSpan, "A field is required unless it has a `?`; there is no `!`.", "Write `" + type + "`.");
            case BRACKETED_LIST ->
                report(typeSpan, "The brackets of a list follow its type.", "Write `" + type + "[]`.");
            case OPTIONAL_LIST ->
                report(
                        typeSpan,
                        "A list cannot be optional; it can be empty.",
                        "Write `" + type + "[]` or `" + type + "?`.");
            case REQUIRED, OPTIONAL, LIST ->
                throw new IllegalArgumentException(
                        "not faulty: " + field.form().name().toLowerCase(Locale.ROOT));
        }
    }

    private void report(Span span, String message, @Nullable String help) {
        scanner.report(span, message, help);
    }
}
