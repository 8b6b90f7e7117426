package dev.prisma4j.schema.format;

import dev.prisma4j.schema.syntax.Attribute;
import dev.prisma4j.schema.syntax.BlankLine;
import dev.prisma4j.schema.syntax.BlockAttribute;
import dev.prisma4j.schema.syntax.BlockItem;
import dev.prisma4j.schema.syntax.Comment;
import dev.prisma4j.schema.syntax.EnumMember;
import dev.prisma4j.schema.syntax.FaultyField;
import dev.prisma4j.schema.syntax.FieldDeclaration;
import dev.prisma4j.schema.syntax.InvalidLine;
import dev.prisma4j.schema.syntax.Property;
import dev.prisma4j.schema.syntax.TypeReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lays out what stands between the braces of a block: lines in columns that begin anew after a blank line, then the
 * attributes of the block, sorted, each with the comments directly before it.
 */
final class BlockLayout {

    private static final String INDENT = "  ";

    /** An attribute and the comments that move with it. */
    private record Moved(List<Comment> comments, BlockAttribute attribute) {}

    private final StringBuilder out;
    private final Table table = new Table(INDENT);
    private final List<Moved> moved = new ArrayList<>();

    private BlockLayout(StringBuilder out) {
        this.out = out;
    }

    static void write(List<BlockItem> items, StringBuilder out) {
        BlockLayout layout = new BlockLayout(out);
        layout.lines(items);
        layout.table.flush(out);
        layout.attributes();
    }

    private void lines(List<BlockItem> items) {
        boolean blankWanted = false;
        for (int i = 0; i < items.size(); i++) {
            BlockItem item = items.get(i);
            if (item instanceof BlankLine) {
                blankWanted = i > 0;
                while (i + 1 < items.size() && items.get(i + 1) instanceof BlankLine) {
                    i++;
                }
                continue;
            }
            int attributeAt = attributeAfterComments(items, i);
            if (attributeAt >= 0) {
                List<Comment> comments = new ArrayList<>();
                items.subList(i, attributeAt).forEach(comment -> comments.add((Comment) comment));
                moved.add(new Moved(comments, (BlockAttribute) items.get(attributeAt)));
                i = attributeAt;
                blankWanted = false;
                continue;
            }
            if (blankWanted) {
                table.flush(out);
                out.append('\n');
                blankWanted = false;
            }
            i = run(items, i);
        }
    }

    /** The index of the attribute that begins here, its comments first, or -1. */
    private static int attributeAfterComments(List<BlockItem> items, int start) {
        int i = start;
        while (i < items.size() && items.get(i) instanceof Comment) {
            i++;
        }
        return i < items.size() && items.get(i) instanceof BlockAttribute ? i : -1;
    }

    /** Writes an item; of comments, all that follow each other. Returns the index of the last one written. */
    private int run(List<BlockItem> items, int start) {
        int i = start;
        if (!(items.get(i) instanceof Comment)) {
            item(items.get(i));
            return i;
        }
        for (; i < items.size() && items.get(i) instanceof Comment comment; i++) {
            StringBuilder text = new StringBuilder();
            CommentText.ownLine(comment, i > start, INDENT, text);
            table.line(text.substring(INDENT.length()));
        }
        return i - 1;
    }

    private void item(BlockItem item) {
        if (item instanceof FieldDeclaration field) {
            String suffix = switch (field.arity()) {
                case REQUIRED -> "";
                case OPTIONAL -> "?";
                case LIST -> "[]";
            };
            field(field.name().text(), typeText(field.type()) + suffix, field.attributes(), field.trailing());
        } else if (item instanceof FaultyField field) {
            String suffix = switch (field.form()) {
                case REQUIRED, MARKED_REQUIRED -> "";
                case OPTIONAL -> "?";
                case LIST, BRACKETED_LIST -> "[]";
                case OPTIONAL_LIST -> "[]?";
            };
            String type = field.type() == null ? "" : typeText(field.type()) + suffix;
            field(field.name().text(), type, field.attributes(), field.trailing());
        } else if (item instanceof EnumMember member) {
            String attributes = attributesText(member.attributes(), "");
            table.row(List.of(member.name().text(), attributes), CommentText.lineEnd(member.trailing()));
        } else if (item instanceof Property property) {
            String value = property.value() == null ? "" : "= " + ExpressionText.value(property.value());
            table.row(List.of(property.name().text(), value), CommentText.lineEnd(property.trailing()));
        } else if (item instanceof InvalidLine) {
            String text = item.span().text();
            table.line(text.endsWith("\n") ? text : text + "\n");
        }
    }

    private void field(String name, String type, List<Attribute> attributes, @Nullable Comment trailing) {
        String attributesText = attributesText(AttributeOrder.sorted(attributes), " ");
        table.row(List.of(name, type, attributesText), CommentText.lineEnd(trailing));
    }

    private static String typeText(TypeReference type) {
        return type.span().text();
    }

    private static String attributesText(List<Attribute> attributes, String separator) {
        if (attributes.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (Attribute attribute : attributes) {
            text.append(text.isEmpty() ? "" : separator);
            ExpressionText.attribute("@", attribute, text);
        }
        return text.toString();
    }

    private void attributes() {
        if (moved.isEmpty()) {
            return;
        }
        out.append('\n');
        moved.sort(Comparator.comparing(each -> each.attribute.attribute(), AttributeOrder.COMPARATOR));
        for (Moved each : moved) {
            for (int i = 0; i < each.comments.size(); i++) {
                CommentText.ownLine(each.comments.get(i), i > 0, INDENT, out);
            }
            out.append(INDENT);
            ExpressionText.attribute("@@", each.attribute.attribute(), out);
            out.append(CommentText.lineEnd(each.attribute.trailing()));
        }
    }
}
