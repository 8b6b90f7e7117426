package dev.prisma4j.schema.validate.attribute;

import dev.prisma4j.schema.database.IndexAlgorithm;
import dev.prisma4j.schema.model.Index;
import dev.prisma4j.schema.model.SortOrder;
import dev.prisma4j.schema.syntax.Argument;
import dev.prisma4j.schema.syntax.Attribute;
import dev.prisma4j.schema.syntax.Expression;
import dev.prisma4j.schema.validate.attribute.IdAttribute.KeyArguments;
import dev.prisma4j.schema.validate.draft.DraftField;
import dev.prisma4j.schema.validate.draft.DraftIndex;
import dev.prisma4j.schema.validate.draft.DraftIndexField;
import dev.prisma4j.schema.validate.draft.DraftModel;
import dev.prisma4j.schema.validate.draft.Located;
import dev.prisma4j.schema.validate.message.AttributeMessages;
import dev.prisma4j.schema.validate.message.IndexMessages;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code @unique}, {@code @@unique}, {@code @@index} and {@code @@fulltext}. */
final class IndexAttributes {
    private final AttributeContext context;

    IndexAttributes(AttributeContext context) {
        this.context = context;
    }

    void refuseUniqueOnRelation(DraftField field, AttributeSet attributes) {
        AttributeArguments arguments = attributes.single("unique");
        if (arguments != null) {
            List<DraftField> columns = field.reference().fields;
            context.diagnostics()
                    .add(AttributeMessages.uniqueOnRelation(
                            field,
                            arguments.attribute(),
                            columns == null
                                    ? List.of()
                                    : columns.stream().map(DraftField::name).toList()));
        }
    }

    void readUnique(DraftField field, AttributeSet attributes) {
        AttributeArguments arguments = attributes.single("unique");
        if (arguments == null) {
            return;
        }
        KeyArguments keys = new KeyArguments(context, arguments);
        Integer length = arguments.integer("length");
        SortOrder sort = keys.sort();
        DraftIndex index = new DraftIndex(arguments.attribute(), Index.Kind.UNIQUE, true);
        index.fields = List.of(new DraftIndexField(List.of(field), sort, length, null, false));
        index.mappedName = keys.mappedName("@unique");
        index.clustered = arguments.bool("clustered");
        index.predicate = new PredicateReader(context, field.model()).read(arguments);
        arguments.finish();
        field.model().indexes.add(index);
    }

    void readBlock(DraftModel model, AttributeSet attributes) {
        attributes.repeated("index").forEach(attribute -> index(model, attribute));
        attributes.repeated("unique").forEach(attribute -> unique(model, attribute));
        attributes.repeated("fulltext").forEach(attribute -> fullText(model, attribute));
    }

    private void unique(DraftModel model, Attribute attribute) {
        AttributeArguments arguments = AttributeArguments.open(attribute, context);
        if (arguments == null) {
            return;
        }
        DraftIndex index = new DraftIndex(attribute, Index.Kind.UNIQUE, false);
        boolean good = fields(model, index, arguments);
        KeyArguments keys = new KeyArguments(context, arguments);
        index.name = keys.clientName("@@unique");
        index.mappedName = keys.mappedName("@@unique");
        index.clustered = arguments.bool("clustered");
        index.predicate = new PredicateReader(context, model).read(arguments);
        arguments.finish();
        add(model, index, good);
    }

    private void index(DraftModel model, Attribute attribute) {
        AttributeArguments arguments = AttributeArguments.open(attribute, context);
        if (arguments == null) {
            return;
        }
        DraftIndex index = new DraftIndex(attribute, Index.Kind.NORMAL, false);
        boolean good = fields(model, index, arguments);
        index.mappedName = nameOfIndex(arguments);
        index.algorithm = algorithm(arguments);
        index.clustered = arguments.bool("clustered");
        index.predicate = new PredicateReader(context, model).read(arguments);
        arguments.finish();
        add(model, index, good);
    }

    private void fullText(DraftModel model, Attribute attribute) {
        AttributeArguments arguments = AttributeArguments.open(attribute, context);
        if (arguments == null) {
            return;
        }
        DraftIndex index = new DraftIndex(attribute, Index.Kind.FULLTEXT, false);
        boolean good = fields(model, index, arguments);
        index.mappedName = new KeyArguments(context, arguments).mappedName("@@fulltext");
        arguments.finish();
        add(model, index, good);
    }

    private static void add(DraftModel model, DraftIndex index, boolean good) {
        if (good) {
            model.indexes.add(index);
        }
    }

    private boolean fields(DraftModel model, DraftIndex index, AttributeArguments arguments) {
        Expression value = arguments.requiredDefault("fields");
        List<DraftIndexField> fields =
                value == null ? null : new FieldList(model, context).read(value, arguments, index.attributeName());
        if (fields == null) {
            return false;
        }
        index.fields = fields;
        return true;
    }

    /** {@code map:}, for which {@code name:} is the spelling of old versions. */
    private @Nullable Located<String> nameOfIndex(AttributeArguments arguments) {
        Argument old = arguments.take("name");
        Expression oldValue = old == null ? null : old.value();
        String oldName = oldValue == null ? null : context.expressions().string(oldValue);
        if (oldName != null && oldName.isEmpty()) {
            context.diagnostics().add(AttributeMessages.emptyText("@@index", "name", arguments.span()));
            oldName = null;
        }
        Located<String> mappedName = new KeyArguments(context, arguments).mappedName("@@index");
        if (old == null || oldName == null) {
            return mappedName;
        }
        if (mappedName != null) {
            context.diagnostics().add(IndexMessages.mapAndName(arguments.span()));
            return mappedName;
        }
        return new Located<>(oldName, old.span());
    }

    private @Nullable Located<IndexAlgorithm> algorithm(AttributeArguments arguments) {
        Argument argument = arguments.take("type");
        Expression value = argument == null ? null : argument.value();
        String word = value == null ? null : context.expressions().constant(value);
        if (argument == null || word == null) {
            return null;
        }
        Optional<IndexAlgorithm> algorithm = IndexAlgorithm.of(word);
        if (algorithm.isEmpty()) {
            context.diagnostics().add(IndexMessages.unknownAlgorithm(arguments.span(), word));
            return null;
        }
        return new Located<>(algorithm.get(), argument.span());
    }
}
