package dev.prisma4j.schema.format;

import dev.prisma4j.schema.syntax.Comment;
import org.jspecify.annotations.Nullable;

/** Writes comments: those of one line as they are, a block comment as a frame of stars with one line per line. */
final class CommentText {

    private CommentText() {}

    /** A comment on lines of its own, each with the indent and a line break; says whether it continues another. */
    static void ownLine(Comment comment, boolean continues, String indent, StringBuilder out) {
        if (comment.kind() != Comment.Kind.BLOCK) {
            out.append(indent).append(comment.span().text()).append('\n');
            return;
        }
        out.append(indent).append("/**\n");
        for (String line : comment.content(continues).split("\n")) {
            String inner = trim(line);
            inner = inner.startsWith("*") ? trim(inner.substring(1)) : inner;
            if (!inner.isEmpty()) {
                out.append(indent).append(" * ").append(inner).append('\n');
            }
        }
        out.append(indent).append(" */\n");
    }

    /** What stands at the end of a line: the comment after a space, if there is one, and the line break. */
    static String lineEnd(@Nullable Comment trailing) {
        return trailing == null ? "\n" : " " + trailing.span().text() + "\n";
    }

    private static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isWhiteSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isWhiteSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isWhiteSpace(char c) {
        return Character.isWhitespace(c) && !(c >= '\u001c' && c <= '\u001f')
                || Character.isSpaceChar(c)
                || c == '\u0085';
    }
}
