package dev.prisma4j.schema.format;

import dev.prisma4j.schema.syntax.BlankLine;
import dev.prisma4j.schema.syntax.Comment;
import dev.prisma4j.schema.syntax.ConfigBlock;
import dev.prisma4j.schema.syntax.EnumBlock;
import dev.prisma4j.schema.syntax.InvalidLine;
import dev.prisma4j.schema.syntax.ModelBlock;
import dev.prisma4j.schema.syntax.SyntaxTree;
import dev.prisma4j.schema.syntax.TopLevelItem;
import dev.prisma4j.schema.syntax.TypeAlias;
import dev.prisma4j.schema.syntax.UnknownBlock;
import java.util.List;

/** Lays out a whole file: blocks in their order, at most one blank line between two things, one line break at the end. */
final class FileLayout {

    private final StringBuilder out;

    private FileLayout(int expectedLength) {
        this.out = new StringBuilder(expectedLength);
    }

    static String of(SyntaxTree tree) {
        FileLayout layout = new FileLayout(tree.file().text().length() * 5 / 4 + 64);
        List<TopLevelItem> items = tree.items();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Comment comment) {
                CommentText.ownLine(comment, i > 0 && items.get(i - 1) instanceof Comment, "", layout.out);
            } else {
                boolean inside = i > 0 && !(items.get(i - 1) instanceof BlankLine) && !onlyBlankLinesFrom(items, i);
                layout.item(items.get(i), inside);
            }
        }
        if (!layout.endsWithLineBreak()) {
            layout.out.append('\n');
        }
        return layout.out.toString();
    }

    private boolean endsWithLineBreak() {
        return !out.isEmpty() && out.charAt(out.length() - 1) == '\n';
    }

    private static boolean onlyBlankLinesFrom(List<TopLevelItem> items, int start) {
        // blank lines come in runs, each of which is looked through once
        int i = start;
        while (i < items.size() && items.get(i) instanceof BlankLine) {
            i++;
        }
        return i == items.size();
    }

    private void item(TopLevelItem item, boolean blankCounts) {
        if (item instanceof BlankLine) {
            if (blankCounts) {
                out.append('\n');
            }
        } else if (item instanceof ModelBlock model) {
            header(model.kind().keyword(), model.name().text());
            BlockLayout.write(model.items(), out);
            out.append("}\n");
        } else if (item instanceof EnumBlock enumeration) {
            header("enum", enumeration.name().text());
            BlockLayout.write(enumeration.items(), out);
            out.append("}\n");
        } else if (item instanceof ConfigBlock config) {
            header(config.kind().keyword(), config.name().text());
            BlockLayout.write(config.items(), out);
            out.append("}\n");
        } else if (item instanceof InvalidLine || item instanceof UnknownBlock || item instanceof TypeAlias) {
            out.append(item.span().text());
        }
    }

    private void header(String keyword, String name) {
        out.append(keyword).append(' ').append(name).append(" {\n");
    }
}
