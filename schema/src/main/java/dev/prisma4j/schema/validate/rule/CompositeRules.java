package dev.prisma4j.schema.validate.rule;

import dev.prisma4j.schema.database.Capability;
import dev.prisma4j.schema.database.Database;
import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.validate.draft.DraftComposite;
import dev.prisma4j.schema.validate.draft.DraftField;
import dev.prisma4j.schema.validate.draft.DraftSchema;
import dev.prisma4j.schema.validate.draft.DraftType;
import dev.prisma4j.schema.validate.message.ModelMessages;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Composite types: the database has them, they have fields, and none contains itself. */
final class CompositeRules {
    private final DraftSchema schema;
    private final Database database;
    private final Diagnostics diagnostics;

    CompositeRules(DraftSchema schema, Database database, Diagnostics diagnostics) {
        this.schema = schema;
        this.database = database;
        this.diagnostics = diagnostics;
    }

    /** Reported even where relations are ambiguous. */
    void check() {
        int errors = diagnostics.errorCount();
        for (DraftComposite composite : schema.composites) {
            does_not_contain_itself(composite);
        }
        boolean endless = diagnostics.errorCount() > errors;
        for (DraftComposite composite : schema.composites) {
            if (!database.can(Capability.COMPOSITE_TYPES)) {
                diagnostics.add(ModelMessages.compositesNotSupported(composite, database));
            } else if (composite.fields.isEmpty() && !endless) {
                diagnostics.add(ModelMessages.emptyComposite(composite));
            }
        }
    }

    private void does_not_contain_itself(DraftComposite start) {
        for (DraftField field : start.fields) {
            DraftComposite target = required(field);
            if (target == null) {
                continue;
            }
            List<String> path = pathTo(start, target);
            if (path != null) {
                path.add(0, start.name());
                diagnostics.add(ModelMessages.compositeCycle(field, path));
            }
        }
    }

    private static @Nullable DraftComposite required(DraftField field) {
        return field.isRequired() && field.type instanceof DraftType.Composite composite ? composite.type() : null;
    }

    /** Breadth first, so the path is a shortest one and the stack does not grow. */
    private static @Nullable List<String> pathTo(DraftComposite goal, DraftComposite from) {
        Deque<DraftComposite> queue = new ArrayDeque<>(List.of(from));
        Map<DraftComposite, DraftComposite> before = new HashMap<>();
        Set<DraftComposite> seen = new HashSet<>(Set.of(from));
        while (!queue.isEmpty()) {
            DraftComposite at = queue.remove();
            if (at == goal) {
                List<String> path = new ArrayList<>();
                for (DraftComposite step = at; step != null; step = before.get(step)) {
                    path.add(0, step.name());
                }
                return path;
            }
            for (DraftField field : at.fields) {
                DraftComposite next = required(field);
                if (next != null && seen.add(next)) {
                    before.put(next, at);
                    queue.add(next);
                }
            }
        }
        return null;
    }
}
