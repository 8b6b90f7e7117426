package dev.prisma4j.schema.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A {@code type} block: an embedded document (MongoDB). */
public final class CompositeType implements FieldType {
    private final String name;
    private final @Nullable String documentation;
    private final String sourceFile;
    List<ScalarField> fields = List.of();

    CompositeType(String name, @Nullable String documentation, String sourceFile) {
        this.name = name;
        this.documentation = documentation;
        this.sourceFile = sourceFile;
    }

    /** Its name in the schema. */
    public String name() {
        return name;
    }

    @Override
    public String text() {
        return name;
    }

    /** Its fields in source order. */
    public List<ScalarField> fields() {
        return fields;
    }

    /** The field of that name. */
    public Optional<ScalarField> field(String fieldName) {
        return fields.stream().filter(f -> f.name().equals(fieldName)).findFirst();
    }

    /** The {@code ///} comment, or null. */
    public @Nullable String documentation() {
        return documentation;
    }

    /** The name of the file that holds the block. */
    public String sourceFile() {
        return sourceFile;
    }

    @Override
    public String toString() {
        return name;
    }
}
