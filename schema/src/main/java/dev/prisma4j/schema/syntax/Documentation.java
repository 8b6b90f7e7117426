package dev.prisma4j.schema.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The comments directly before what is read next. A blank line, or anything that is read, detaches them. */
final class Documentation {

    private final List<Comment> comments = new ArrayList<>();

    void add(Comment comment) {
        if (comment.kind() != Comment.Kind.LINE) {
            comments.add(comment);
        }
    }

    void clear() {
        if (!comments.isEmpty()) {
            comments.clear();
        }
    }

    /** The documentation in the comments, or null if there is none. */
    @Nullable String text() {
        return textWith(null);
    }

    /** The documentation in the comments and one more at the end of the line, or null if there is none. */
    @Nullable String textWith(@Nullable Comment trailing) {
        String last = trailing == null ? null : trailing.documentation();
        if (comments.isEmpty()) {
            return last;
        }
        StringBuilder text = new StringBuilder();
        for (Comment comment : comments) {
            text.append(text.isEmpty() && comment == comments.get(0) ? "" : "\n").append(comment.documentation());
        }
        return last == null ? text.toString() : text.append('\n').append(last).toString();
    }
}
