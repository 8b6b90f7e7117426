package dev.prisma4j.migrate.introspect;

import dev.prisma4j.migrate.table.ForeignKey;
import dev.prisma4j.migrate.table.Index;
import dev.prisma4j.migrate.table.ObjectName;
import dev.prisma4j.migrate.table.Table;
import dev.prisma4j.schema.model.Arity;
import dev.prisma4j.schema.model.Relation;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the relations that foreign keys and join tables stand for, and names their fields. */
final class RelationFinder {
    private final Map<ObjectName, ModelDraft> models;
    private final List<Table> joinTables;
    private final @Nullable Schema known;

    RelationFinder(Map<ObjectName, ModelDraft> models, List<Table> joinTables, @Nullable Schema known) {
        this.models = models;
        this.joinTables = joinTables;
        this.known = known;
    }

    /** Whether a table is the join table of an implicit many-to-many relation. */
    static boolean isJoinTable(Table table) {
        List<String> columns = table.columns().stream().map(c -> c.name()).toList();
        boolean pair = table.name().name().startsWith("_")
                && columns.size() == 2
                && columns.contains("A")
                && columns.contains("B")
                && table.foreignKeys().size() == 2
                && table.foreignKeys().stream().allMatch(k -> k.columns().size() == 1);
        if (!pair) {
            return false;
        }
        List<String> both = List.of("A", "B");
        boolean unique =
                table.primaryKey() != null && table.primaryKey().columnNames().equals(both)
                        || table.indexes().stream()
                                .anyMatch(i -> i.isUnique() && i.columnNames().equals(both));
        return unique
                && table.foreignKeys().get(0).columns()
                        != table.foreignKeys().get(1).columns();
    }

    void addFields() {
        List<RelationDraft> relations = new ArrayList<>();
        for (ModelDraft model : models.values()) {
            for (ForeignKey key : model.table.foreignKeys()) {
                ModelDraft target = models.get(key.referencedTable());
                if (target != null) {
                    relations.add(relation(model, target, key));
                }
            }
        }
        for (RelationDraft relation : relations) {
            addForward(relation);
        }
        for (RelationDraft relation : relations) {
            addBackward(relation);
        }
        for (Table table : joinTables) {
            addManyToMany(table);
        }
    }

    // ---- one to one, one to many

    private RelationDraft relation(ModelDraft from, ModelDraft to, ForeignKey key) {
        Relation existing = knownRelation(from, to, key);
        if (existing != null) {
            return new RelationDraft(from, to, key, existing.name(), existing.hasExplicitName());
        }
        boolean ambiguous = isAmbiguous(from, to);
        String name = ambiguous
                ? from.name + "_" + String.join("_", key.columns()) + "To" + to.name
                : from.name + "To" + to.name;
        return new RelationDraft(from, to, key, name, ambiguous || from == to);
    }

    private static boolean isAmbiguous(ModelDraft from, ModelDraft to) {
        long forward = from.table.foreignKeys().stream()
                .filter(k -> k.referencedTable().equals(to.table.name()))
                .count();
        long backward = from == to
                ? 0
                : to.table.foreignKeys().stream()
                        .filter(k -> k.referencedTable().equals(from.table.name()))
                        .count();
        return forward + backward > 1;
    }

    private static @Nullable Relation knownRelation(ModelDraft from, ModelDraft to, ForeignKey key) {
        if (from.known == null || to.known == null) {
            return null;
        }
        for (RelationField field : from.known.relationFields()) {
            Relation.ForeignKey candidate = field.relation().foreignKey();
            if (candidate != null
                    && candidate.field() == field
                    && field.relatedModel() == to.known
                    && columns(candidate.fields()).equals(key.columns())
                    && columns(candidate.references()).equals(key.referencedColumns())) {
                return field.relation();
            }
        }
        return null;
    }

    private static List<String> columns(List<ScalarField> fields) {
        return fields.stream().map(ScalarField::databaseName).toList();
    }

    private void addForward(RelationDraft relation) {
        ForeignKey key = key(relation);
        Relation existing = knownRelation(relation.from(), relation.to(), key);
        boolean optional = key.columns().stream()
                .anyMatch(c -> !relation.from().table.requireColumn(c).isRequired());
        Relation.ForeignKey existingKey = existing == null ? null : existing.foreignKey();
        RelationField field = existingKey == null ? null : existingKey.field();
        add(relation, true, field, relation.from(), relation.to(), optional ? Arity.OPTIONAL : Arity.REQUIRED);
    }

    private void addBackward(RelationDraft relation) {
        ForeignKey key = key(relation);
        Relation existing = knownRelation(relation.from(), relation.to(), key);
        Relation.ForeignKey existingKey = existing == null ? null : existing.foreignKey();
        RelationField field = existingKey == null ? null : existingKey.field().opposite();
        Arity arity = isUnique(relation.from().table, key.columns()) ? Arity.OPTIONAL : Arity.LIST;
        add(relation, false, field, relation.to(), relation.from(), arity);
    }

    private static ForeignKey key(RelationDraft relation) {
        if (relation.key() == null) {
            throw new IllegalStateException("a many-to-many relation has no key");
        }
        return relation.key();
    }

    private void add(
            RelationDraft relation,
            boolean forward,
            @Nullable RelationField field,
            ModelDraft owner,
            ModelDraft type,
            Arity arity) {
        String name = field != null ? field.name() : owner.unique(fieldName(relation, forward, type));
        boolean ignored = field != null && field.isIgnored() || !isClientModel(type) && isClientModel(owner);
        owner.relationFields.add(new RelationDraft.End(
                relation, forward, name, type, arity, ignored, field == null ? null : field.documentation()));
    }

    private static boolean isClientModel(ModelDraft model) {
        return ModelText.hasUniqueCriterion(model.table) || model.view;
    }

    private static String fieldName(RelationDraft relation, boolean forward, ModelDraft type) {
        if (relation.isSelfRelation()) {
            boolean ambiguous = !relation.name().equals(type.name + "To" + type.name);
            String base = ambiguous ? type.name + "_" + relation.name() : type.name;
            return forward ? base : "other_" + base;
        }
        boolean named =
                relation.key() != null && !relation.name().equals(relation.from().name + "To" + relation.to().name);
        return named ? type.name + "_" + relation.name() : type.name;
    }

    /** Whether those columns are a key, in any order. */
    private static boolean isUnique(Table table, List<String> columns) {
        if (table.primaryKey() != null && sameSet(table.primaryKey().columnNames(), columns)) {
            return true;
        }
        return table.indexes().stream()
                .filter(i -> i.isUnique() && i.predicate() == null)
                .map(Index::columnNames)
                .anyMatch(names -> sameSet(names, columns));
    }

    private static boolean sameSet(List<String> a, List<String> b) {
        return a.size() == b.size() && a.containsAll(b);
    }

    // ---- many to many

    private void addManyToMany(Table table) {
        Map<String, ModelDraft> sides = new HashMap<>();
        table.foreignKeys().forEach(k -> {
            ModelDraft side = models.get(k.referencedTable());
            if (side != null) {
                sides.put(k.columns().get(0), side);
            }
        });
        ModelDraft a = sides.get("A");
        ModelDraft b = sides.get("B");
        if (a == null || b == null) {
            return;
        }
        String name = table.name().name().substring(1);
        Relation existing = knownManyToMany(name);
        boolean shown = existing != null ? existing.hasExplicitName() : !name.equals(defaultName(a, b)) || a == b;
        RelationDraft relation = new RelationDraft(a, b, null, name, shown);
        // The field whose type is the model of column A belongs to the model of column B, and the other way round.
        String fieldOnA = a == b ? b.name + "_B" : b.name;
        String fieldOnB = a == b ? a.name + "_A" : a.name;
        addList(relation, true, existing == null ? null : existing.fieldA(), a, b, fieldOnA);
        addList(relation, false, existing == null ? null : existing.fieldB(), b, a, fieldOnB);
    }

    private static String defaultName(ModelDraft a, ModelDraft b) {
        return a.name.compareTo(b.name) <= 0 ? a.name + "To" + b.name : b.name + "To" + a.name;
    }

    private @Nullable Relation knownManyToMany(String name) {
        return known == null
                ? null
                : known.relations().stream()
                        .filter(r -> r.isManyToMany()
                                && r.foreignKey() == null
                                && r.name().equals(name))
                        .findFirst()
                        .orElse(null);
    }

    private static void addList(
            RelationDraft relation,
            boolean forward,
            @Nullable RelationField field,
            ModelDraft owner,
            ModelDraft type,
            String fallback) {
        owner.relationFields.add(new RelationDraft.End(
                relation,
                forward,
                field != null ? field.name() : owner.unique(fallback),
                type,
                Arity.LIST,
                field != null && field.isIgnored(),
                field == null ? null : field.documentation()));
    }
}
