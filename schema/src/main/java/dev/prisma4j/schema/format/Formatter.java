package dev.prisma4j.schema.format;

import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.source.SourceFile;
import dev.prisma4j.schema.syntax.Parser;
import dev.prisma4j.schema.syntax.SyntaxTree;
import java.util.List;

/**
 * Formats schemas as {@code prisma format} does: first adds the back-relations, foreign key fields and arguments of
 * {@code @relation} that are missing, then lays out every file anew. Lines that do not parse keep their text.
 */
public final class Formatter {

    private Formatter() {}

    /**
     * {@return the files with their text formatted, in the same order}
     *
     * @param files all files of one schema: what one of them lacks may follow from another
     */
    public static List<SourceFile> format(List<SourceFile> files) {
        return files.stream().map(Formatter::layOut).toList();
    }

    /** {@return the file with its text laid out anew, and nothing added} */
    static SourceFile layOut(SourceFile file) {
        SyntaxTree tree = Parser.parse(file, new Diagnostics());
        return file.withText(FileLayout.of(tree));
    }
}
