package dev.prisma4j.schema.validate.draft;

import dev.prisma4j.schema.source.Span;
import dev.prisma4j.schema.syntax.EnumBlock;
import dev.prisma4j.schema.syntax.EnumMember;
import dev.prisma4j.schema.syntax.Identifier;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An enum while it is being read. */
public final class DraftEnum implements DraftBlock {
    public final EnumBlock syntax;
    public final Map<String, EnumMember> values = new LinkedHashMap<>();
    public final Map<EnumMember, String> mappedValues = new HashMap<>();
    public @Nullable Located<String> mappedName;
    public @Nullable Located<String> namespace;

    public DraftEnum(EnumBlock syntax) {
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
        return "enum";
    }

    /** {@return the name of the type in the database} */
    public String databaseName() {
        return mappedName == null ? name() : mappedName.value();
    }

    /** {@return the name of the database schema, or null} */
    public @Nullable String namespaceName() {
        return namespace == null ? null : namespace.value();
    }
}
