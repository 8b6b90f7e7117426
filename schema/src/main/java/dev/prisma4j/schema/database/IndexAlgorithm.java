package dev.prisma4j.schema.database;

import java.util.Optional;

/** How an index is organised: {@code type:} of {@code @@index}. */
public enum IndexAlgorithm {
    BTREE("BTree"),
    HASH("Hash"),
    GIST("Gist"),
    GIN("Gin"),
    SP_GIST("SpGist"),
    BRIN("Brin");

    private final String text;

    IndexAlgorithm(String text) {
        this.text = text;
    }

    /** {@return the spelling in a schema} */
    public String text() {
        return text;
    }

    /** {@return whether any type can be indexed without an operator class} */
    public boolean takesEveryType() {
        return this == BTREE || this == HASH;
    }

    /** {@return the algorithm of that spelling} */
    public static Optional<IndexAlgorithm> of(String text) {
        for (IndexAlgorithm algorithm : values()) {
            if (algorithm.text.equals(text)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }
}
