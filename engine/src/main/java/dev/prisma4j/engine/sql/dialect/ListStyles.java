package dev.prisma4j.engine.sql.dialect;

import dev.prisma4j.engine.sql.ListStyle;
import java.util.Collections;

/** The ways in which databases take lists. */
final class ListStyles {
    private ListStyles() {}

    /** The next power of two up to 64, then the next multiple of 64 up to 512, then the size itself. */
    static int padded(int size) {
        if (size <= 1) {
            return 1;
        }
        if (size <= 64) {
            return Integer.highestOneBit(size - 1) << 1;
        }
        return size <= 512 ? (size + 63) / 64 * 64 : size;
    }

    /** One placeholder per value. */
    record Placeholders(String before, String placeholder) implements ListStyle {
        @Override
        public int room(int size) {
            return padded(size);
        }

        @Override
        public boolean asOne(int size) {
            return false;
        }

        @Override
        public String text(int room, int columns) {
            String element = columns == 1
                    ? placeholder
                    : "(" + String.join(", ", Collections.nCopies(columns, placeholder)) + ")";
            return before + String.join(", ", Collections.nCopies(room, element));
        }
    }

    /** One placeholder per value for short lists, a single parameter for long ones. */
    record OneAbove(int limit, String asOne) implements ListStyle {
        @Override
        public int room(int size) {
            return padded(size);
        }

        @Override
        public boolean asOne(int size) {
            return size > limit;
        }

        @Override
        public String text(int room, int columns) {
            return room < 0 ? asOne : String.join(", ", Collections.nCopies(room, "?"));
        }
    }
}
