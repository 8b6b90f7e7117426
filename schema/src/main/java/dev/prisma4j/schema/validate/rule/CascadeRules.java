package dev.prisma4j.schema.validate.rule;

import dev.prisma4j.schema.database.Capability;
import dev.prisma4j.schema.database.Database;
import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.model.ReferentialAction;
import dev.prisma4j.schema.model.RelationMode;
import dev.prisma4j.schema.validate.config.Configuration;
import dev.prisma4j.schema.validate.draft.DraftField;
import dev.prisma4j.schema.validate.draft.DraftModel;
import dev.prisma4j.schema.validate.draft.DraftReference;
import dev.prisma4j.schema.validate.draft.DraftRelation;
import dev.prisma4j.schema.validate.draft.DraftSchema;
import dev.prisma4j.schema.validate.message.RelationMessages;
import dev.prisma4j.schema.validate.relation.ReferentialActions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Referential actions that set off others: SQL Server, and the engine where it keeps relations intact itself, refuse
 * that they come back to where they began; SQL Server also that they reach a table by two ways.
 */
final class CascadeRules {
    private final DraftSchema schema;
    private final Database database;
    private final RelationMode mode;
    private final ReferentialActions actions;
    private final Diagnostics diagnostics;
    /** The relations that act on a model's rows when the other side changes, by the model that refers. */
    private final Map<DraftModel, List<DraftRelation>> acting = new LinkedHashMap<>();

    CascadeRules(DraftSchema schema, Configuration configuration, Diagnostics diagnostics) {
        this.schema = schema;
        this.database = configuration.database();
        this.mode = configuration.relationMode();
        this.actions = new ReferentialActions(configuration);
        this.diagnostics = diagnostics;
    }

    void check() {
        boolean cycles = database.can(Capability.REFUSES_CASCADE_CYCLES) || mode == RelationMode.PRISMA;
        if (!cycles) {
            return;
        }
        List<DraftModel> selfActing = new ArrayList<>();
        for (DraftRelation relation : schema.relations) {
            if (acts(relation)) {
                if (relation.isSelfRelation()) {
                    selfActing.add(relation.referencing());
                } else {
                    acting.computeIfAbsent(relation.referencing(), model -> new ArrayList<>())
                            .add(relation);
                }
            }
        }
        no_actions_go_in_a_circle(reaching(selfActing));
        if (database.can(Capability.FOREIGN_KEYS) && mode == RelationMode.FOREIGN_KEYS) {
            new CascadePaths(acting, selfActing).shared().forEach(this::reportSeveralPaths);
        }
    }

    /** The models from which actions reach one that acts on itself, these included. */
    private Set<DraftModel> reaching(List<DraftModel> goals) {
        Map<DraftModel, List<DraftModel>> backwards = new HashMap<>();
        acting.forEach((model, relations) -> relations.forEach(relation -> backwards
                .computeIfAbsent(relation.referenced(), target -> new ArrayList<>())
                .add(model)));
        Set<DraftModel> seen = new HashSet<>();
        Deque<DraftModel> queue = new ArrayDeque<>(goals);
        while (!queue.isEmpty()) {
            DraftModel model = queue.remove();
            if (seen.add(model)) {
                queue.addAll(backwards.getOrDefault(model, List.of()));
            }
        }
        return seen;
    }

    private boolean acts(DraftRelation relation) {
        DraftReference reference = relation.forward.reference();
        boolean complete = relation.back != null
                && !relation.isManyToMany()
                && reference.fields != null
                && !reference.fields.isEmpty();
        return complete && (acts(actions.onDelete(relation.forward)) || acts(actions.onUpdate(relation.forward)));
    }

    private static boolean acts(ReferentialAction action) {
        return action != ReferentialAction.NO_ACTION && action != ReferentialAction.RESTRICT;
    }

    private @Nullable String implicitOnDelete(DraftRelation relation) {
        DraftField field = relation.forward;
        ReferentialAction action = actions.onDelete(field);
        return field.reference().onDelete == null && acts(action) ? action.text() : null;
    }

    private @Nullable String implicitOnUpdate(DraftRelation relation) {
        DraftField field = relation.forward;
        ReferentialAction action = actions.onUpdate(field);
        return field.reference().onUpdate == null && acts(action) ? action.text() : null;
    }

    private List<DraftRelation> from(DraftModel model) {
        return acting.getOrDefault(model, List.of());
    }

    private void no_actions_go_in_a_circle(Set<DraftModel> reachingThemselves) {
        Map<DraftModel, Integer> components = new Components(acting).find();
        for (DraftRelation relation : schema.relations) {
            if (!acts(relation)) {
                continue;
            }
            Integer component = components.get(relation.referencing());
            boolean circle = !relation.isSelfRelation()
                    && component != null
                    && component.equals(components.get(relation.referenced()));
            if (circle) {
                diagnostics.add(RelationMessages.cycle(
                        relation.forward,
                        circle(relation),
                        implicitOnDelete(relation),
                        implicitOnUpdate(relation),
                        database));
            } else if (reachingThemselves.contains(relation.referenced())) {
                diagnostics.add(RelationMessages.selfCycle(
                        relation.forward, implicitOnDelete(relation), implicitOnUpdate(relation), database));
            }
        }
    }

    /** The shortest way from a relation back to where it begins. */
    private List<DraftRelation> circle(DraftRelation start) {
        Deque<DraftRelation> queue = new ArrayDeque<>(List.of(start));
        Map<DraftRelation, DraftRelation> before = new HashMap<>();
        Set<DraftModel> seen = new HashSet<>();
        while (!queue.isEmpty()) {
            DraftRelation at = queue.remove();
            if (at.referenced() == start.referencing()) {
                List<DraftRelation> path = new ArrayList<>();
                for (DraftRelation step = at; step != null; step = before.get(step)) {
                    path.add(0, step);
                }
                return path;
            }
            if (seen.add(at.referenced())) {
                for (DraftRelation next : from(at.referenced())) {
                    before.putIfAbsent(next, at);
                    queue.add(next);
                }
            }
        }
        return List.of(start);
    }

    private void reportSeveralPaths(DraftRelation relation, CascadePaths.Shared shared) {
        diagnostics.add(RelationMessages.severalPaths(
                relation.forward,
                shared.first(),
                shared.count(),
                implicitOnDelete(relation),
                implicitOnUpdate(relation),
                database));
    }
}
