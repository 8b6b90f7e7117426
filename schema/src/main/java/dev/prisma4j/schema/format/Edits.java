package dev.prisma4j.schema.format;

import dev.prisma4j.schema.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Insertions into the texts of several files, collected and then made at once. */
final class Edits {

    private record Insertion(int offset, String text) {}

    private final Map<SourceFile, List<Insertion>> byFile = new IdentityHashMap<>();

    /** Text to come before the offset; of several at one offset the first that was added comes first. */
    void insert(SourceFile file, int offset, String text) {
        byFile.computeIfAbsent(file, any -> new ArrayList<>()).add(new Insertion(offset, text));
    }

    /** {@return the file with the insertions that belong to it, or the same file if there are none} */
    SourceFile apply(SourceFile file) {
        List<Insertion> insertions = byFile.get(file);
        if (insertions == null) {
            return file;
        }
        StringBuilder text = new StringBuilder(file.text().length() + 256);
        int done = 0;
        insertions.sort(Comparator.comparingInt(Insertion::offset));
        for (Insertion insertion : insertions) {
            text.append(file.text(), done, insertion.offset).append(insertion.text);
            done = insertion.offset;
        }
        return file.withText(
                text.append(file.text(), done, file.text().length()).toString());
    }
}
