package dev.prisma4j.schema.validate.attribute;

import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.syntax.Attribute;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the attributes of all blocks and fields. Attributes of fields whose type is not known are left alone. */
public final class AttributeReader {
    private static final List<String> MODEL_ATTRIBUTES =
            List.of("id", "unique", "index", "fulltext", "map", "ignore", "schema", "shardKey");
    private static final List<String> RELATION_ATTRIBUTES = List.of("relation", "ignore");
    private static final List<String> SCALAR_ATTRIBUTES =
            List.of("id", "unique", "default", "updatedAt", "map", "ignore", "shardKey", "relation");
    private static final List<String> COMPOSITE_ATTRIBUTES = List.of("default", "map");
    private static final List<String> ENUM_VALUE_ATTRIBUTES = List.of("map");
    private static final List<String> ENUM_ATTRIBUTES = List.of("map", "schema");

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

    private void model(DraftModel model) {
        Map<String, DraftField> mapped = new HashMap<>();
        for (DraftField field : model.fields) {
            List<Attribute> written = field.syntax.attributes();
            if (field.isRelation()) {
                relationField(field, AttributeSet.ofField(written, context));
            } else if (field.isScalar() && !written.isEmpty()) {
                scalarField(field, AttributeSet.ofField(written, context));
                columnDiffers(field, mapped);
            }
        }
        AttributeSet attributes = AttributeSet.ofBlock(model.syntax.attributes(), context);
        if (attributes.isEmpty()) {
            return;
        }
        model.ignored = ignore.read(attributes);
        id.readBlock(model, attributes);
        model.mappedName = map.read(attributes);
        model.namespace = namespace(attributes);
        indexes.readBlock(model, attributes);
        shardKey.readBlock(model, attributes);
        attributes.finish(MODEL_ATTRIBUTES);
    }

    private void relationField(DraftField field, AttributeSet attributes) {
        relation.read(field, attributes);
        id.refuseOnRelation(field, attributes);
        defaultValue.refuseOnRelation(field, attributes);
        map.refuseOnRelation(field, attributes);
        ignore.read(field, attributes);
        indexes.refuseUniqueOnRelation(field, attributes);
        attributes.finish(RELATION_ATTRIBUTES);
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
        attributes.finish(SCALAR_ATTRIBUTES);
    }

    private void composite(DraftComposite composite) {
        Map<String, DraftField> mapped = new HashMap<>();
        for (DraftField field : composite.fields) {
            List<Attribute> written = field.syntax.attributes();
            if (field.isScalar() && !written.isEmpty()) {
                AttributeSet attributes = AttributeSet.ofField(written, context);
                defaultValue.read(field, attributes);
                field.mappedName = map.read(attributes);
                if (field.type instanceof DraftType.Scalar) {
                    field.nativeAttribute = attributes.nativeType();
                }
                attributes.finish(COMPOSITE_ATTRIBUTES);
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
            AttributeSet attributes = AttributeSet.ofField(member.attributes(), context);
            Located<String> name = map.read(attributes);
            if (name != null) {
                type.mappedValues.put(member, name.value());
            }
            attributes.finish(ENUM_VALUE_ATTRIBUTES);
        }
        AttributeSet attributes = AttributeSet.ofBlock(type.syntax.attributes(), context);
        type.mappedName = map.read(attributes);
        type.namespace = namespace(attributes);
        attributes.finish(ENUM_ATTRIBUTES);
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
