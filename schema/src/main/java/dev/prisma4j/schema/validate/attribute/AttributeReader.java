package dev.prisma4j.schema.validate.attribute;

import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.syntax.Attribute;
import dev.prisma4j.schema.syntax.BlockAttribute;
import dev.prisma4j.schema.syntax.EnumMember;
import dev.prisma4j.schema.syntax.Expression;
import dev.prisma4j.schema.validate.config.Configuration;
import dev.prisma4j.schema.validate.draft.DraftComposite;
import dev.prisma4j.schema.validate.draft.DraftEnum;
import dev.prisma4j.schema.validate.draft.DraftField;
import dev.prisma4j.schema.validate.draft.DraftModel;
import dev.prisma4j.schema.validate.draft.DraftSchema;
import dev.prisma4j.schema.validate.draft.DraftType;
import dev.prisma4j.schema.validate.draft.Located;
import dev.prisma4j.schema.validate.message.NameMessages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the attributes of all blocks and fields. Attributes of fields whose type is not known are left alone. */
public final class AttributeReader {
    private final AttributeContext context;
    private final IdAttribute id;
    private final DefaultAttribute defaultValue;
    private final MapAttribute map;
    private final IgnoreAttribute ignore;
    private final UpdatedAtAttribute updatedAt;
    private final IndexAttributes indexes;
    private final RelationAttribute relation;
    private final ShardKeyAttribute shardKey;

    public AttributeReader(Configuration configuration, Diagnostics diagnostics) {
        context = new AttributeContext(configuration, diagnostics);
        id = new IdAttribute(context);
        defaultValue = new DefaultAttribute(context);
        map = new MapAttribute(context);
        ignore = new IgnoreAttribute(context);
        updatedAt = new UpdatedAtAttribute(context);
        indexes = new IndexAttributes(context);
        relation = new RelationAttribute(context);
        shardKey = new ShardKeyAttribute(context);
    }

    /** Reads everything, into the drafts. */
    public void read(DraftSchema schema) {
        schema.composites.forEach(this::composite);
        schema.enums.forEach(this::enumeration);
        schema.models.forEach(this::model);
    }

    private static AttributeSet block(List<BlockAttribute> attributes, Diagnostics diagnostics) {
        List<Attribute> plain = new ArrayList<>(attributes.size());
        attributes.forEach(attribute -> plain.add(attribute.attribute()));
        return new AttributeSet(plain, true, diagnostics);
    }

    private void model(DraftModel model) {
        Map<String, DraftField> mapped = new HashMap<>();
        for (DraftField field : model.fields) {
            List<Attribute> written = field.syntax.attributes();
            if (field.isRelation()) {
                relationField(field, new AttributeSet(written, false, context.diagnostics()));
            } else if (field.isScalar() && !written.isEmpty()) {
                scalarField(field, new AttributeSet(written, false, context.diagnostics()));
                columnDiffers(field, mapped);
            }
        }
        AttributeSet attributes = block(model.syntax.attributes(), context.diagnostics());
        if (attributes.isEmpty()) {
            return;
        }
        model.ignored = ignore.read(attributes);
        id.readBlock(model, attributes);
        model.mappedName = map.read(attributes);
        model.namespace = namespace(attributes);
        indexes.readBlock(model, attributes);
        shardKey.readBlock(model, attributes);
        attributes.finish();
    }

    private void relationField(DraftField field, AttributeSet attributes) {
        relation.read(field, attributes);
        id.refuseOnRelation(field, attributes);
        defaultValue.refuseOnRelation(field, attributes);
        map.refuseOnRelation(field, attributes);
        ignore.read(field, attributes);
        indexes.refuseUniqueOnRelation(field, attributes);
        attributes.finish();
    }

    private void scalarField(DraftField field, AttributeSet attributes) {
        ignore.read(field, attributes);
        relation.refuseOnScalar(field, attributes);
        id.read(field, attributes);
        updatedAt.read(field, attributes);
        defaultValue.read(field, attributes);
        field.mappedName = map.read(attributes);
        indexes.readUnique(field, attributes);
        shardKey.read(field, attributes);
        if (field.type instanceof DraftType.Scalar) {
            field.nativeAttribute = attributes.nativeType();
        }
        attributes.finish();
    }

    private void composite(DraftComposite composite) {
        Map<String, DraftField> mapped = new HashMap<>();
        for (DraftField field : composite.fields) {
            List<Attribute> written = field.syntax.attributes();
            if (field.isScalar() && !written.isEmpty()) {
                AttributeSet attributes = new AttributeSet(written, false, context.diagnostics());
                defaultValue.read(field, attributes);
                field.mappedName = map.read(attributes);
                if (field.type instanceof DraftType.Scalar) {
                    field.nativeAttribute = attributes.nativeType();
                }
                attributes.finish();
                columnDiffers(field, mapped);
            }
        }
    }

    /**
     * Two fields of one block cannot be stored in one column. A field whose own name is taken is free to be mapped
     * away, but only before: fields are looked at in their order, as the reference does.
     */
    private void columnDiffers(DraftField field, Map<String, DraftField> mapped) {
        if (field.mappedName == null) {
            return;
        }
        String column = field.mappedName.value();
        if (mapped.putIfAbsent(column, field) != null) {
            context.diagnostics().add(NameMessages.duplicateColumn(field));
        }
        DraftField other = field.owner.field(column);
        if (other != null && other != field && other.isScalar() && other.mappedName == null) {
            context.diagnostics().add(NameMessages.duplicateColumn(field));
        }
    }

    private void enumeration(DraftEnum type) {
        for (EnumMember member : type.syntax.members()) {
            if (member.attributes().isEmpty()) {
                continue;
            }
            AttributeSet attributes = new AttributeSet(member.attributes(), false, context.diagnostics());
            Located<String> name = map.read(attributes);
            if (name != null) {
                type.mappedValues.put(member, name.value());
            }
            attributes.finish();
        }
        AttributeSet attributes = block(type.syntax.attributes(), context.diagnostics());
        type.mappedName = map.read(attributes);
        type.namespace = namespace(attributes);
        attributes.finish();
    }

    /** {@code @@schema("name")}: which of the database's schemas holds it. */
    private @Nullable Located<String> namespace(AttributeSet attributes) {
        AttributeArguments arguments = attributes.single("schema");
        if (arguments == null) {
            return null;
        }
        Expression value = arguments.requiredDefault("name");
        String name = value == null ? null : context.expressions().string(value);
        arguments.finish();
        return value == null || name == null ? null : new Located<>(name, value.span());
    }
}
