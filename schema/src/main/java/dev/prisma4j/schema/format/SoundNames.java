package dev.prisma4j.schema.format;

import dev.prisma4j.schema.syntax.EnumBlock;
import dev.prisma4j.schema.syntax.FieldDeclaration;
import dev.prisma4j.schema.syntax.ModelBlock;
import dev.prisma4j.schema.syntax.SyntaxTree;
import dev.prisma4j.schema.syntax.TypeReference;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether every name of a schema is declared once and every type exists. */
final class SoundNames {

    private static final Set<String> SCALARS =
            Set.of("String", "Boolean", "Int", "BigInt", "Float", "Decimal", "DateTime", "Json", "Bytes");

    private final Set<String> types = new HashSet<>(SCALARS);

    private SoundNames() {}

    static boolean in(List<SyntaxTree> trees) {
        SoundNames names = new SoundNames();
        List<ModelBlock> models = trees.stream().flatMap(SyntaxTree::models).toList();
        List<EnumBlock> enums = trees.stream().flatMap(SyntaxTree::enums).toList();
        return models.stream().allMatch(model -> names.types.add(model.name().text()))
                && enums.stream().allMatch(names::isSound)
                && models.stream().allMatch(names::isSound);
    }

    private boolean isSound(EnumBlock enumeration) {
        Set<String> members = new HashSet<>();
        return types.add(enumeration.name().text())
                && !enumeration.members().isEmpty()
                && enumeration.members().stream()
                        .allMatch(member -> members.add(member.name().text()));
    }

    private boolean isSound(ModelBlock model) {
        Set<String> fields = new HashSet<>();
        for (FieldDeclaration field : model.fields()) {
            boolean known = !(field.type() instanceof TypeReference.Named named)
                    || types.contains(named.name().text());
            if (!known || !fields.add(field.name().text())) {
                return false;
            }
        }
        return true;
    }
}
