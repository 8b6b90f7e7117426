package dev.prisma4j.schema.validate.rule;

import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.validate.config.Configuration;
import dev.prisma4j.schema.validate.draft.DraftIndex;
import dev.prisma4j.schema.validate.draft.DraftModel;
import dev.prisma4j.schema.validate.message.ModelMessages;

/** Views: they have neither keys nor indexes of their own. */
final class ViewRules {
    private final Configuration configuration;
    private final Diagnostics diagnostics;

    ViewRules(Configuration configuration, Diagnostics diagnostics) {
        this.configuration = configuration;
        this.diagnostics = diagnostics;
    }

    void check(DraftModel view) {
        if (!configuration.previews("views")) {
            diagnostics.add(ModelMessages.viewsNeedPreview(view));
        }
        if (view.key != null) {
            diagnostics.add(ModelMessages.viewWithId(view.key.span()));
        }
        for (DraftIndex index : view.indexes) {
            if (index.isUnique()) {
                unique(index);
            } else {
                diagnostics.add(ModelMessages.viewWithIndex(index.span()));
            }
        }
    }

    private void unique(DraftIndex index) {
        if (index.mappedName != null) {
            diagnostics.add(ModelMessages.viewWithNamedUnique(index.span()));
        }
        if (index.clustered != null) {
            diagnostics.add(ModelMessages.viewWithClusteredUnique(index.span()));
        }
        boolean arguments = index.fields.stream()
                .anyMatch(f -> f.sort() != null || f.length() != null || f.operatorClass() != null);
        if (arguments) {
            diagnostics.add(ModelMessages.viewWithFieldArguments(index.span()));
        }
    }
}
