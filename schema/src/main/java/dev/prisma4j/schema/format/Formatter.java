package dev.prisma4j.schema.format;

import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.source.SourceFile;
import dev.prisma4j.schema.syntax.Parser;
import dev.prisma4j.schema.syntax.SyntaxTree;
import dev.prisma4j.schema.validate.Validator;
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
     * <p>Relations are completed only where names, types and attributes are sound; text that is not is laid out alone.
     *
     * @param files all files of one schema: what one of them lacks may follow from another
     */
    public static List<SourceFile> format(List<SourceFile> files) {
        Diagnostics diagnostics = new Diagnostics();
        List<SyntaxTree> trees =
                files.stream().map(file -> Parser.parse(file, diagnostics)).toList();
        if (diagnostics.hasErrors() || !ConfigNames.areUnique(trees) || !Validator.isSound(trees)) {
            return trees.stream().map(Formatter::layOut).toList();
        }
        Edits edits = RelationCompletion.of(trees);
        return trees.stream()
                .map(tree -> {
                    SourceFile completed = edits.apply(tree.file());
                    boolean same = completed == tree.file();
                    return layOut(same ? tree : Parser.parse(completed, new Diagnostics()));
                })
                .toList();
    }

    /** {@return the file with its text laid out anew, and nothing added} */
    static SourceFile layOut(SourceFile file) {
        return layOut(Parser.parse(file, new Diagnostics()));
    }

    private static SourceFile layOut(SyntaxTree tree) {
        return tree.file().withText(FileLayout.of(tree));
    }
}
