package dev.prisma4j.schema.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The documentation comments that wait for what they document. Comments that follow each other without anything
 * between form a group; only the last group counts. It waits until something takes it: in a block a blank line or an
 * attribute between does not matter, at the top level a blank line right after the group detaches it.
 */
final class Documentation {

    private List<String> group = new ArrayList<>();
    /** What waited before the current group, to come back to if that is detached. */
    private List<String> before = List.of();

    private boolean open;

    void add(Comment comment) {
        boolean first = !open;
        if (first) {
            before = group;
            group = new ArrayList<>(2);
            open = true;
        }
        String text = comment.documentation(!first);
        if (text != null) {
            group.add(text);
        }
    }

    /** Something that is no comment has been read. */
    void endGroup() {
        open = false;
    }

    /** A blank line at the top level has been read. */
    void detachGroup() {
        if (open) {
            group = before;
            open = false;
        }
    }

    /** The waiting documentation and that of a comment at the end of the line, or null; nothing waits any more. */
    @Nullable
    String take(@Nullable Comment trailing) {
        String text = text(trailing);
        if (!group.isEmpty()) {
            group = new ArrayList<>(2);
        }
        open = false;
        return text;
    }

    /** The documentation of the comments directly before and one at the end of the line, or null; it goes on waiting. */
    @Nullable
    String directlyBefore(@Nullable Comment trailing) {
        return open ? text(trailing) : trailing == null ? null : trailing.documentation();
    }

    private @Nullable String text(@Nullable Comment trailing) {
        String last = trailing == null ? null : trailing.documentation();
        if (group.isEmpty()) {
            return last;
        }
        StringBuilder text = new StringBuilder();
        String separator = "";
        for (String comment : group) {
            text.append(separator).append(comment);
            separator = "\n";
        }
        return last == null ? text.toString() : text.append('\n').append(last).toString();
    }
}
