package dev.prisma4j.schema.validate.rule;

import dev.prisma4j.schema.validate.draft.DraftModel;
import dev.prisma4j.schema.validate.draft.DraftRelation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Strongly connected components by Tarjan's algorithm, without recursion. */
final class Components {
    private final Map<DraftModel, List<DraftRelation>> edges;
    private final Map<DraftModel, Integer> index = new HashMap<>();
    private final Map<DraftModel, Integer> low = new HashMap<>();
    private final Map<DraftModel, Integer> component = new HashMap<>();
    private final Deque<DraftModel> open = new ArrayDeque<>();

    Components(Map<DraftModel, List<DraftRelation>> edges) {
        this.edges = edges;
    }

    private static final class Frame {
        final DraftModel model;
        int next;

        Frame(DraftModel model) {
            this.model = model;
        }
    }

    Map<DraftModel, Integer> find() {
        for (DraftModel model : edges.keySet()) {
            if (!index.containsKey(model)) {
                walk(model);
            }
        }
        return component;
    }

    private void walk(DraftModel start) {
        Deque<Frame> stack = new ArrayDeque<>();
        enter(start, stack);
        while (!stack.isEmpty()) {
            Frame frame = stack.getLast();
            List<DraftRelation> out = edges.getOrDefault(frame.model, List.of());
            if (frame.next < out.size()) {
                DraftModel target = out.get(frame.next++).referenced();
                if (!index.containsKey(target)) {
                    enter(target, stack);
                } else if (!component.containsKey(target)) {
                    low.merge(frame.model, index.getOrDefault(target, 0), Math::min);
                }
            } else {
                leave(stack.removeLast(), stack);
            }
        }
    }

    private void enter(DraftModel model, Deque<Frame> stack) {
        int number = index.size();
        index.put(model, number);
        low.put(model, number);
        open.addLast(model);
        stack.addLast(new Frame(model));
    }

    private void leave(Frame frame, Deque<Frame> stack) {
        Integer lowest = low.get(frame.model);
        if (!stack.isEmpty() && lowest != null) {
            low.merge(stack.getLast().model, lowest, Math::min);
        }
        if (lowest != null && lowest.equals(index.get(frame.model))) {
            int number = component.size();
            DraftModel member;
            do {
                member = open.removeLast();
                component.put(member, number);
            } while (member != frame.model);
        }
    }
}
