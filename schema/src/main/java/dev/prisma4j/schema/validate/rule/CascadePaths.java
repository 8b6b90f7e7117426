package dev.prisma4j.schema.validate.rule;

import dev.prisma4j.schema.validate.draft.DraftModel;
import dev.prisma4j.schema.validate.draft.DraftRelation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds models whose changes reach another model by more than one of its relations. Ways that come back to where they
 * began, or end in a model that acts on itself, do not count: they are errors already.
 */
final class CascadePaths {
    private final Map<DraftModel, List<DraftRelation>> acting;
    private final Set<DraftModel> selfActing;

    CascadePaths(Map<DraftModel, List<DraftRelation>> acting, List<DraftModel> selfActing) {
        this.acting = acting;
        this.selfActing = Set.copyOf(selfActing);
    }

    /** {@return for each relation the names of the models that are reached by another relation of its model too} */
    Map<DraftRelation, Set<String>> shared() {
        Map<DraftRelation, Set<String>> result = new LinkedHashMap<>();
        acting.forEach((start, relations) -> {
            if (relations.size() > 1) {
                shared(start, relations, result);
            }
        });
        return result;
    }

    private void shared(DraftModel start, List<DraftRelation> relations, Map<DraftRelation, Set<String>> result) {
        Map<DraftModel, Integer> counts = new HashMap<>();
        List<Set<DraftModel>> reached = new ArrayList<>();
        for (DraftRelation relation : relations) {
            Set<DraftModel> models = reachedBy(start, relation);
            reached.add(models);
            models.forEach(model -> counts.merge(model, 1, Integer::sum));
        }
        for (int i = 0; i < relations.size(); i++) {
            Set<String> names = new TreeSet<>();
            for (DraftModel model : reached.get(i)) {
                if (counts.getOrDefault(model, 0) > 1) {
                    names.add(model.name());
                }
            }
            if (!names.isEmpty()) {
                result.put(relations.get(i), names);
            }
        }
    }

    private List<DraftRelation> from(DraftModel model) {
        return acting.getOrDefault(model, List.of());
    }

    private Set<DraftModel> reachedBy(DraftModel start, DraftRelation first) {
        Set<DraftModel> seen = new HashSet<>();
        Map<DraftModel, List<DraftModel>> backwards = new HashMap<>();
        Deque<DraftModel> queue = new ArrayDeque<>(List.of(first.referenced()));
        while (!queue.isEmpty()) {
            DraftModel model = queue.remove();
            if (model == start || !seen.add(model)) {
                continue;
            }
            for (DraftRelation relation : from(model)) {
                queue.add(relation.referenced());
                backwards
                        .computeIfAbsent(relation.referenced(), target -> new ArrayList<>())
                        .add(model);
            }
        }
        seen.removeAll(deadEnds(start, seen, backwards));
        return seen;
    }

    /** The models from which every way comes back to the start or ends in a model that acts on itself. */
    private Set<DraftModel> deadEnds(
            DraftModel start, Set<DraftModel> models, Map<DraftModel, List<DraftModel>> backwards) {
        Map<DraftModel, Integer> open = new HashMap<>();
        Deque<DraftModel> queue = new ArrayDeque<>(List.of(start));
        for (DraftModel model : models) {
            open.put(model, from(model).size());
            if (from(model).isEmpty() && selfActing.contains(model)) {
                queue.add(model);
            }
        }
        Set<DraftModel> dead = new HashSet<>();
        while (!queue.isEmpty()) {
            DraftModel model = queue.remove();
            if (!dead.add(model)) {
                continue;
            }
            for (DraftModel before : backwards.getOrDefault(model, List.of())) {
                int left = open.getOrDefault(before, 1) - 1;
                open.put(before, left);
                if (left == 0) {
                    queue.add(before);
                }
            }
        }
        return dead;
    }
}
