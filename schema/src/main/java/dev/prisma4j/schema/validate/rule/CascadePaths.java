package dev.prisma4j.schema.validate.rule;

import dev.prisma4j.schema.validate.draft.DraftModel;
import dev.prisma4j.schema.validate.draft.DraftRelation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds models whose changes reach another model by more than one of its relations. Ways that come back to where they
 * began, or end in a model that acts on itself, do not count: they are errors already. Models are numbered in the order
 * of their names, since every model is looked at from every other.
 */
final class CascadePaths {
    private final Map<DraftModel, List<DraftRelation>> acting;
    private final List<DraftModel> models;
    private final Map<DraftModel, Integer> numbers = new HashMap<>();
    private final int[][] targets;
    private final int[][] sources;
    private final BitSet selfActing = new BitSet();

    CascadePaths(Map<DraftModel, List<DraftRelation>> acting, List<DraftModel> selfActing) {
        this.acting = acting;
        Set<DraftModel> all = new TreeSet<>(Comparator.comparing(DraftModel::name)
                .thenComparing(model -> model.span().file().name())
                .thenComparing(model -> model.span().start()));
        all.addAll(selfActing);
        acting.forEach((model, relations) -> {
            all.add(model);
            relations.forEach(relation -> all.add(relation.referenced()));
        });
        models = List.copyOf(all);
        models.forEach(model -> numbers.put(model, numbers.size()));
        selfActing.forEach(model -> this.selfActing.set(number(model)));
        List<List<Integer>> backwards = new ArrayList<>();
        models.forEach(model -> backwards.add(new ArrayList<>()));
        targets = new int[models.size()][];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = acting.getOrDefault(models.get(i), List.of()).stream()
                    .mapToInt(relation -> number(relation.referenced()))
                    .toArray();
            for (int target : targets[i]) {
                backwards.get(target).add(i);
            }
        }
        sources = backwards.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private int number(DraftModel model) {
        return numbers.getOrDefault(model, -1);
    }

    /** Models that a relation reaches and another relation of its model too: the first by name, and how many. */
    record Shared(List<String> first, int count) {
        private static final int NAMED = 5;
    }

    /** {@return what each relation shares with another of its model; without those that share nothing} */
    Map<DraftRelation, Shared> shared() {
        Map<DraftRelation, Shared> result = new LinkedHashMap<>();
        acting.forEach((start, relations) -> {
            if (relations.size() > 1) {
                shared(number(start), relations, result);
            }
        });
        return result;
    }

    private void shared(int start, List<DraftRelation> relations, Map<DraftRelation, Shared> result) {
        BitSet once = new BitSet();
        BitSet several = new BitSet();
        List<BitSet> reached = new ArrayList<>(relations.size());
        for (DraftRelation relation : relations) {
            BitSet these = reachedBy(start, number(relation.referenced()));
            reached.add(these);
            BitSet again = (BitSet) these.clone();
            again.and(once);
            several.or(again);
            once.or(these);
        }
        for (int i = 0; i < reached.size(); i++) {
            BitSet common = reached.get(i);
            common.and(several);
            if (!common.isEmpty()) {
                List<String> first = common.stream()
                        .limit(Shared.NAMED)
                        .mapToObj(model -> models.get(model).name())
                        .toList();
                result.put(relations.get(i), new Shared(first, common.cardinality()));
            }
        }
    }

    private BitSet reachedBy(int start, int first) {
        BitSet seen = new BitSet(models.size());
        int[] queue = new int[models.size() + 1];
        int end = 0;
        if (first != start) {
            seen.set(first);
            queue[end++] = first;
        }
        for (int at = 0; at < end; at++) {
            for (int target : targets[queue[at]]) {
                if (target != start && !seen.get(target)) {
                    seen.set(target);
                    queue[end++] = target;
                }
            }
        }
        seen.andNot(deadEnds(start, seen));
        return seen;
    }

    /** The models from which every way comes back to the start or ends in a model that acts on itself. */
    private BitSet deadEnds(int start, BitSet reached) {
        int[] open = new int[models.size()];
        int[] queue = new int[models.size() + 1];
        int end = 0;
        queue[end++] = start;
        for (int model = reached.nextSetBit(0); model >= 0; model = reached.nextSetBit(model + 1)) {
            open[model] = targets[model].length;
            if (open[model] == 0 && selfActing.get(model)) {
                queue[end++] = model;
            }
        }
        BitSet dead = new BitSet(models.size());
        for (int at = 0; at < end; at++) {
            dead.set(queue[at]);
            for (int before : sources[queue[at]]) {
                if (reached.get(before) && --open[before] == 0) {
                    queue[end++] = before;
                }
            }
        }
        return dead;
    }
}
