package dev.prisma4j.schema.validate.draft;

import dev.prisma4j.schema.database.IndexAlgorithm;
import dev.prisma4j.schema.model.Index;
import dev.prisma4j.schema.source.Span;
import dev.prisma4j.schema.syntax.Attribute;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code @unique}, {@code @@unique}, {@code @@index} or {@code @@fulltext} while it is being read. */
public final class DraftIndex {
    public final Attribute attribute;
    public final Index.Kind kind;
    public final boolean onField;
    public List<DraftIndexField> fields = List.of();
    public @Nullable Located<String> name;
    public @Nullable Located<String> mappedName;
    public @Nullable Located<IndexAlgorithm> algorithm;
    public @Nullable Boolean clustered;
    public @Nullable Located<DraftPredicate> predicate;

    public DraftIndex(Attribute attribute, Index.Kind kind, boolean onField) {
        this.attribute = attribute;
        this.kind = kind;
        this.onField = onField;
    }

    public boolean isUnique() {
        return kind == Index.Kind.UNIQUE;
    }

    public boolean isFullText() {
        return kind == Index.Kind.FULLTEXT;
    }

    /** {@return the attribute as messages write it} */
    public String attributeName() {
        return switch (kind) {
            case UNIQUE -> onField ? "@unique" : "@@unique";
            case NORMAL -> "@@index";
            case FULLTEXT -> "@@fulltext";
        };
    }

    /** {@return the name that clients call it by, given by the schema, or null} */
    public @Nullable String clientName() {
        return name == null ? null : name.value();
    }

    /** {@return the place of the attribute} */
    public Span span() {
        return attribute.span();
    }
}
