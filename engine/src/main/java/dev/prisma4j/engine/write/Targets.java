package dev.prisma4j.engine.write;

import dev.prisma4j.engine.query.Unique;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.ScalarField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the rows that unique criteria name, many with one statement. */
final class Targets {
    private final Statements statements;

    Targets(Statements statements) {
        this.statements = statements;
    }

    /** The criteria, each once. */
    static List<Unique> distinct(List<Unique> targets) {
        if (targets.size() < 2) {
            return targets;
        }
        Map<Object, Unique> seen = new LinkedHashMap<>();
        for (Unique target : targets) {
            seen.putIfAbsent(identity(target), target);
        }
        return List.copyOf(seen.values());
    }

    private static Object identity(Unique target) {
        return target.and() != null ? target : List.of(target.fields(), KeyValue.of(target.values()));
    }

    /** The wanted values of the row that a criterion names, or null if there is none. */
    @Nullable
    Object @Nullable [] find(Model model, Unique target, List<ScalarField> wanted) {
        List<@Nullable Object[]> rows = statements.select(model, Conditions.of(target), wanted);
        return rows.isEmpty() ? null : rows.get(0);
    }

    /**
     * The wanted values of the rows that the criteria name, in their order, null where there is none. One statement reads
     * all; a row that cannot be told by its values (a database may fold letter case) is read by itself.
     */
    List<@Nullable Object @Nullable []> findAll(Model model, List<Unique> targets, List<ScalarField> wanted) {
        List<Unique> distinct = distinct(targets);
        Map<Object, @Nullable Object @Nullable []> found = new HashMap<>();
        if (distinct.size() == 1) {
            found.put(identity(distinct.get(0)), find(model, distinct.get(0), wanted));
        } else {
            List<Unique> plain = distinct.stream().filter(t -> t.and() == null).toList();
            readTogether(model, plain, wanted, found);
            for (Unique target : distinct) {
                if (!found.containsKey(identity(target))) {
                    found.put(identity(target), find(model, target, wanted));
                }
            }
        }
        List<@Nullable Object @Nullable []> all = new ArrayList<>(targets.size());
        targets.forEach(target -> all.add(found.get(identity(target))));
        return all;
    }

    private void readTogether(
            Model model,
            List<Unique> targets,
            List<ScalarField> wanted,
            Map<Object, @Nullable Object @Nullable []> found) {
        if (targets.isEmpty()) {
            return;
        }
        Set<ScalarField> read = new LinkedHashSet<>(wanted);
        Set<List<ScalarField>> criteria = new LinkedHashSet<>();
        targets.forEach(target -> {
            read.addAll(target.fields());
            criteria.add(target.fields());
        });
        List<ScalarField> fields = List.copyOf(read);
        List<@Nullable Object[]> rows = statements.select(model, Conditions.anyOf(targets), fields);
        Set<Object> asked = new LinkedHashSet<>();
        targets.forEach(target -> asked.add(identity(target)));
        int told = 0;
        for (@Nullable Object[] row : rows) {
            RowValues values = RowValues.of(fields, row);
            @Nullable Object[] result = wanted.stream().map(values::get).toArray();
            for (List<ScalarField> criterion : criteria) {
                Object key = List.of(
                        criterion,
                        KeyValue.of(criterion.stream().map(values::get).toList()));
                if (asked.contains(key) && !found.containsKey(key)) {
                    found.put(key, result);
                    told++;
                }
            }
        }
        if (told >= rows.size()) {
            // Every row was told, so what was not found does not exist.
            asked.forEach(key -> found.putIfAbsent(key, null));
            asked.stream().filter(key -> !found.containsKey(key)).forEach(key -> found.put(key, null));
        }
    }
}
