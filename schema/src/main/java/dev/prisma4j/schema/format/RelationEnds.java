package dev.prisma4j.schema.format;

import dev.prisma4j.schema.syntax.FieldDeclaration;
import dev.prisma4j.schema.syntax.ModelBlock;
import dev.prisma4j.schema.syntax.SyntaxTree;
import dev.prisma4j.schema.syntax.TypeReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All ends of relations of a schema, in the order of the text, and which of them belong together. */
final class RelationEnds {

    private final Map<FieldDeclaration, RelationEnd> byField = new IdentityHashMap<>();
    private final List<RelationEnd> all = new ArrayList<>();
    /** The ends of each model, by the model they point to and the name of the relation. */
    private final Map<Key, List<RelationEnd>> byKey = new HashMap<>();

    private record Key(
            String model, String target, @Nullable String name) {}

    private RelationEnds() {}

    static RelationEnds of(List<SyntaxTree> trees) {
        Map<String, ModelBlock> models = new LinkedHashMap<>();
        for (SyntaxTree tree : trees) {
            tree.models()
                    .filter(model -> model.kind() != ModelBlock.Kind.TYPE)
                    .forEach(model -> models.putIfAbsent(model.name().text(), model));
        }
        RelationEnds ends = new RelationEnds();
        for (ModelBlock model : models.values()) {
            for (FieldDeclaration field : model.fields()) {
                if (field.type() instanceof TypeReference.Named named) {
                    ModelBlock target = models.get(named.name().text());
                    if (target != null) {
                        ends.add(RelationEnd.of(model, field, target));
                    }
                }
            }
        }
        return ends;
    }

    private void add(RelationEnd end) {
        all.add(end);
        byField.put(end.field(), end);
        byKey.computeIfAbsent(key(end.model(), end.target(), end), any -> new ArrayList<>())
                .add(end);
    }

    private static Key key(ModelBlock model, ModelBlock target, RelationEnd end) {
        return new Key(model.name().text(), target.name().text(), end.name());
    }

    List<RelationEnd> all() {
        return all;
    }

    boolean isEnd(FieldDeclaration field) {
        return byField.containsKey(field);
    }

    /** The first end that points back under the same name, or null. */
    @Nullable
    RelationEnd opposite(RelationEnd end) {
        for (RelationEnd other : byKey.getOrDefault(key(end.target(), end.model(), end), List.of())) {
            if (other.field() != end.field()) {
                return other;
            }
        }
        return null;
    }
}
