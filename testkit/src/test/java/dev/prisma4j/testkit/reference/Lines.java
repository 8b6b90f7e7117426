package dev.prisma4j.testkit.reference;

import java.util.ArrayList;
import java.util.List;

/** Two texts compared by lines. */
final class Lines {
    private Lines() {}

    /** The lines that only one of the two has, ours with a plus. */
    static String difference(String ours, String theirs) {
        List<String> a = ours.lines().toList();
        List<String> b = theirs.lines().toList();
        int[][] longest = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                longest[i][j] = a.get(i).equals(b.get(j))
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        List<String> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            if (i < a.size() && j < b.size() && a.get(i).equals(b.get(j))) {
                i++;
                j++;
            } else if (j < b.size() && (i == a.size() || longest[i][j + 1] >= longest[i + 1][j])) {
                lines.add("  - " + b.get(j++));
            } else {
                lines.add("  + " + a.get(i++));
            }
        }
        return String.join("\n", lines);
    }
}
