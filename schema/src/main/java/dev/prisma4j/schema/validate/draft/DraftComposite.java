package dev.prisma4j.schema.validate.draft;

import dev.prisma4j.schema.source.Span;
import dev.prisma4j.schema.syntax.Identifier;
import dev.prisma4j.schema.syntax.ModelBlock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A composite type while it is being read. */
public final class DraftComposite implements FieldOwner {
    public final ModelBlock syntax;
    public final List<DraftField> fields = new ArrayList<>();
    public final Map<String, DraftField> byName = new LinkedHashMap<>();

    public DraftComposite(ModelBlock syntax) {
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
        return "composite type";
    }

    @Override
    public List<DraftField> fields() {
        return fields;
    }

    @Override
    public @Nullable DraftField field(String name) {
        return byName.get(name);
    }
}
