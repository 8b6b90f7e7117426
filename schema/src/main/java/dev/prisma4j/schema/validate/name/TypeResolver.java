package dev.prisma4j.schema.validate.name;

import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.model.ScalarType;
import dev.prisma4j.schema.syntax.TypeReference;
import dev.prisma4j.schema.validate.draft.DraftBlock;
import dev.prisma4j.schema.validate.draft.DraftComposite;
import dev.prisma4j.schema.validate.draft.DraftEnum;
import dev.prisma4j.schema.validate.draft.DraftField;
import dev.prisma4j.schema.validate.draft.DraftModel;
import dev.prisma4j.schema.validate.draft.DraftSchema;
import dev.prisma4j.schema.validate.draft.DraftType;
import dev.prisma4j.schema.validate.message.NameMessages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says of every field what its type refers to. */
public final class TypeResolver {
    private final DraftSchema schema;
    private final Diagnostics diagnostics;
    private final Map<String, DraftType> known = new HashMap<>();
    private @Nullable List<String> candidates;

    public TypeResolver(DraftSchema schema, Diagnostics diagnostics) {
        this.schema = schema;
        this.diagnostics = diagnostics;
    }

    public void resolve() {
        for (ScalarType scalar : ScalarType.values()) {
            known.put(scalar.text(), new DraftType.Scalar(scalar));
        }
        for (DraftModel model : schema.models) {
            model.fields.forEach(field -> field.type = type(field.syntax.type()));
        }
        for (DraftComposite composite : schema.composites) {
            composite.fields.forEach(this::ofComposite);
        }
        for (DraftEnum type : schema.enums) {
            if (type.syntax.members().isEmpty()) {
                diagnostics.add(NameMessages.emptyEnum(type));
            }
        }
    }

    private void ofComposite(DraftField field) {
        field.type = type(field.syntax.type());
        if (field.isRelation()) {
            diagnostics.add(NameMessages.relationInCompositeType(field));
            field.type = new DraftType.Unknown();
        }
    }

    private DraftType type(TypeReference reference) {
        if (reference instanceof TypeReference.Unsupported unsupported) {
            return new DraftType.Unsupported(unsupported.databaseType().value());
        }
        String name = ((TypeReference.Named) reference).name().text();
        DraftType type = known.get(name);
        if (type == null) {
            type = block(name).orElse(null);
            if (type == null) {
                diagnostics.add(NameMessages.unknownType(name, reference.span(), candidates()));
                return new DraftType.Unknown();
            }
            known.put(name, type);
        }
        return type;
    }

    private Optional<DraftType> block(String name) {
        DraftBlock block = schema.blocks.get(name);
        if (block instanceof DraftModel model) {
            return Optional.of(new DraftType.Relation(model));
        }
        if (block instanceof DraftComposite composite) {
            return Optional.of(new DraftType.Composite(composite));
        }
        if (block instanceof DraftEnum type) {
            return Optional.of(new DraftType.Enumeration(type));
        }
        return Optional.empty();
    }

    private List<String> candidates() {
        List<String> all = candidates;
        if (all == null) {
            all = new ArrayList<>();
            for (ScalarType scalar : ScalarType.values()) {
                all.add(scalar.text());
            }
            all.addAll(schema.blocks.keySet());
            candidates = all;
        }
        return all;
    }
}
