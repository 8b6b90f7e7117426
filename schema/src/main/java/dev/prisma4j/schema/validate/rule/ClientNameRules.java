package dev.prisma4j.schema.validate.rule;

import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.source.Span;
import dev.prisma4j.schema.validate.draft.DraftIndex;
import dev.prisma4j.schema.validate.draft.DraftIndexField;
import dev.prisma4j.schema.validate.draft.DraftKey;
import dev.prisma4j.schema.validate.draft.DraftModel;
import dev.prisma4j.schema.validate.draft.Located;
import dev.prisma4j.schema.validate.message.IndexMessages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names by which clients call compound keys: different from each other and from the fields. */
final class ClientNameRules {
    private final Diagnostics diagnostics;

    ClientNameRules(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    private record Criterion(
            String attribute, Span span, @Nullable Located<String> name, List<DraftIndexField> fields) {}

    void check(DraftModel model) {
        List<Criterion> criteria = criteria(model);
        Map<String, Integer> counts = new HashMap<>();
        for (Criterion criterion : criteria) {
            if (criterion.name != null) {
                counts.merge(criterion.name.value(), 1, Integer::sum);
            }
        }
        for (Criterion criterion : criteria) {
            if (criterion.name != null) {
                given_name_is_free(model, criterion, criterion.name, counts);
            } else if (criterion.fields.size() > 1) {
                generated_name_is_no_field(model, criterion);
            }
        }
    }

    private static List<Criterion> criteria(DraftModel model) {
        List<Criterion> criteria = new ArrayList<>();
        DraftKey key = model.key;
        if (key != null && !key.onField()) {
            criteria.add(new Criterion("@@id", key.span(), key.name(), key.fields()));
        }
        for (DraftIndex index : model.indexes) {
            if (index.isUnique() && !index.onField) {
                criteria.add(new Criterion("@@unique", index.span(), index.name, index.fields));
            }
        }
        return criteria;
    }

    private void given_name_is_free(
            DraftModel model, Criterion criterion, Located<String> name, Map<String, Integer> counts) {
        if (counts.getOrDefault(name.value(), 0) > 1) {
            diagnostics.add(IndexMessages.clientNameTaken(criterion.attribute, name.span(), name.value()));
        }
        if (model.field(name.value()) != null) {
            diagnostics.add(IndexMessages.clientNameIsField(criterion.attribute, model.span(), name.value()));
        }
    }

    private void generated_name_is_no_field(DraftModel model, Criterion criterion) {
        String name = String.join(
                "_",
                criterion.fields.stream().map(f -> f.text().replace('.', '_')).toList());
        if (model.field(name) != null) {
            diagnostics.add(IndexMessages.generatedClientNameIsField(criterion.attribute, criterion.span, name));
        }
    }
}
