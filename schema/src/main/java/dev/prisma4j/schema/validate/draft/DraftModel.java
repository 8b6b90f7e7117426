package dev.prisma4j.schema.validate.draft;

import dev.prisma4j.schema.source.Span;
import dev.prisma4j.schema.syntax.Attribute;
import dev.prisma4j.schema.syntax.Identifier;
import dev.prisma4j.schema.syntax.ModelBlock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A model or view while it is being read. */
public final class DraftModel implements FieldOwner {
    public final ModelBlock syntax;
    public final List<DraftField> fields = new ArrayList<>();
    public final Map<String, DraftField> byName = new LinkedHashMap<>();

    /** The values of {@code @@map} and {@code @@schema} with their places. */
    public @Nullable Located<String> mappedName;

    public @Nullable Located<String> namespace;
    public boolean ignored;
    public @Nullable DraftKey key;
    public final List<DraftIndex> indexes = new ArrayList<>();
    public List<DraftField> shardKey = List.of();
    public @Nullable Attribute shardKeyAttribute;

    public DraftModel(ModelBlock syntax) {
        this.syntax = syntax;
    }

    @Override
    public Identifier identifier() {
        return syntax.name();
    }

    @Override
    public Span span() {
        return syntax.span();
    }

    @Override
    public String kind() {
        return syntax.kind().keyword();
    }

    public boolean isView() {
        return syntax.kind() == ModelBlock.Kind.VIEW;
    }

    /** {@return whether the block has {@code @@ignore}, known before attributes are read} */
    public boolean saysIgnore() {
        long count = syntax.attributes().stream()
                .filter(attribute -> attribute.attribute().name().text().equals("ignore"))
                .count();
        return count == 1;
    }

    /** {@return the table's name} */
    public String databaseName() {
        return mappedName == null ? name() : mappedName.value();
    }

    /** {@return the name of the database schema, or null} */
    public @Nullable String namespaceName() {
        return namespace == null ? null : namespace.value();
    }

    @Override
    public List<DraftField> fields() {
        return fields;
    }

    @Override
    public @Nullable DraftField field(String name) {
        return byName.get(name);
    }

    @Override
    public String toString() {
        return name();
    }
}
