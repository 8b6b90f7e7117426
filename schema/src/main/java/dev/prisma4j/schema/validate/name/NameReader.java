package dev.prisma4j.schema.validate.name;

import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.model.ScalarType;
import dev.prisma4j.schema.source.Span;
import dev.prisma4j.schema.syntax.Attribute;
import dev.prisma4j.schema.syntax.BlockAttribute;
import dev.prisma4j.schema.syntax.ConfigBlock;
import dev.prisma4j.schema.syntax.EnumBlock;
import dev.prisma4j.schema.syntax.EnumMember;
import dev.prisma4j.schema.syntax.FieldDeclaration;
import dev.prisma4j.schema.syntax.ModelBlock;
import dev.prisma4j.schema.syntax.SyntaxTree;
import dev.prisma4j.schema.syntax.TopLevelItem;
import dev.prisma4j.schema.validate.draft.DraftBlock;
import dev.prisma4j.schema.validate.draft.DraftComposite;
import dev.prisma4j.schema.validate.draft.DraftEnum;
import dev.prisma4j.schema.validate.draft.DraftField;
import dev.prisma4j.schema.validate.draft.DraftModel;
import dev.prisma4j.schema.validate.draft.DraftSchema;
import dev.prisma4j.schema.validate.message.NameMessages;
import java.util.List;
import java.util.Set;

/**
 * Collects the blocks and fields by name. Blocks with a name that is taken are read like the others, and of several
 * blocks or fields with one name the last is what the name means.
 */
public final class NameReader {
    private static final Set<String> NOT_IN_COMPOSITES = Set.of("id", "unique", "relation");

    private final Diagnostics diagnostics;
    private final DraftSchema schema = new DraftSchema();

    public NameReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** {@return the blocks of all files} */
    public DraftSchema read(List<SyntaxTree> trees) {
        for (SyntaxTree tree : trees) {
            for (TopLevelItem item : tree.items()) {
                if (item instanceof ModelBlock block) {
                    modelOrComposite(block);
                } else if (item instanceof EnumBlock block) {
                    enumeration(block);
                } else if (item instanceof ConfigBlock block
                        && ScalarType.of(block.name().text()).isPresent()) {
                    diagnostics.add(NameMessages.reservedForScalar(
                            block.kind().keyword(),
                            block.name().text(),
                            block.name().span()));
                }
            }
        }
        return schema;
    }

    private void modelOrComposite(ModelBlock block) {
        if (block.kind() == ModelBlock.Kind.TYPE) {
            composite(block);
        } else {
            model(block);
        }
    }

    private void model(ModelBlock block) {
        DraftModel model = new DraftModel(block);
        schema.models.add(model);
        clientsCanUse(model);
        register(model);
        for (FieldDeclaration declaration : block.fields()) {
            DraftField field = new DraftField(model, declaration);
            model.fields.add(field);
            if (model.byName.put(field.name(), field) != null) {
                diagnostics.add(NameMessages.duplicateField(field));
            }
        }
    }

    private void composite(ModelBlock block) {
        DraftComposite composite = new DraftComposite(block);
        schema.composites.add(composite);
        register(composite);
        for (BlockAttribute attribute : block.attributes()) {
            diagnostics.add(NameMessages.blockAttributeInCompositeType(
                    attribute.attribute().name().text(), toEndOfLine(attribute.span())));
        }
        for (FieldDeclaration declaration : block.fields()) {
            DraftField field = new DraftField(composite, declaration);
            composite.fields.add(field);
            for (Attribute attribute : declaration.attributes()) {
                if (NOT_IN_COMPOSITES.contains(attribute.name().text())) {
                    diagnostics.add(NameMessages.attributeInCompositeType(
                            field, attribute.name().text()));
                }
            }
            if (composite.byName.put(field.name(), field) != null) {
                diagnostics.add(NameMessages.duplicateField(field));
            }
        }
    }

    private static Span toEndOfLine(Span span) {
        String text = span.file().text();
        int end = span.end();
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return span.file().span(span.start(), end);
    }

    private void enumeration(EnumBlock block) {
        DraftEnum type = new DraftEnum(block);
        schema.enums.add(type);
        clientsCanUse(type);
        register(type);
        for (EnumMember member : block.members()) {
            if (type.values.putIfAbsent(member.name().text(), member) != null) {
                diagnostics.add(NameMessages.duplicateEnumValue(member, type));
            }
        }
    }

    private void clientsCanUse(DraftBlock block) {
        if (ReservedNames.contains(block.name())) {
            diagnostics.add(NameMessages.reservedForClients(block));
        }
    }

    private void register(DraftBlock block) {
        if (ScalarType.of(block.name()).isPresent()) {
            diagnostics.add(NameMessages.reservedForScalar(
                    block.kind(), block.name(), block.identifier().span()));
            return;
        }
        DraftBlock first = schema.blocks.put(block.name(), block);
        if (first != null) {
            diagnostics.add(NameMessages.duplicateBlock(block, first));
        }
    }
}
