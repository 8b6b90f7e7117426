package dev.prisma4j.migrate.introspect;

import dev.prisma4j.migrate.table.ForeignKey;
import dev.prisma4j.migrate.table.ObjectName;
import dev.prisma4j.migrate.table.Table;
import dev.prisma4j.schema.model.Arity;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.Relation;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.RelationMode;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the relations that foreign keys and join tables stand for, and names their fields. */
final class RelationFinder {
    private final Map<ObjectName, ModelDraft> models;
    private final List<Table> joinTables;
    private final @Nullable Schema known;
    private final List<String> copied = new ArrayList<>();

    RelationFinder(Map<ObjectName, ModelDraft> models, List<Table> joinTables, @Nullable Schema known) {
        this.models = models;
        this.joinTables = joinTables;
        this.known = known;
    }

    /**
     * Whether a table is the join table of an implicit many-to-many relation: two columns, a key over both, an index over
     * the second, and A refers to the table whose name comes first. Only the existing schema can know that the names of
     * models are in another order than those of their tables.
     */
    static boolean isJoinTable(Table table, Schema known) {
        List<String> columns = table.columns().stream().map(c -> c.name()).toList();
        String name = table.name().name();
        if (!name.startsWith("_") || columns.size() != 2 || !columns.containsAll(List.of("A", "B"))) {
            return false;
        }
        if (emulates(known) && knownManyToMany(known, name) != null) {
            return true;
        }
        ForeignKey a = keyOf(table, "A");
        ForeignKey b = keyOf(table, "B");
        if (a == null || b == null || table.foreignKeys().size() != 2 || !hasJoinIndexes(table)) {
            return false;
        }
        return a.referencedTable().name().compareTo(b.referencedTable().name()) <= 0
                || knownManyToMany(known, name) != null;
    }

    /** Whether relations are kept by clients, so that the database says nothing of them. */
    static boolean emulates(@Nullable Schema known) {
        return known != null
                && known.datasource()
                        .map(d -> d.relationMode() == RelationMode.PRISMA)
                        .orElse(false);
    }

    private static @Nullable ForeignKey keyOf(Table table, String column) {
        return table.foreignKeys().stream()
                .filter(k -> k.columns().equals(List.of(column)))
                .findFirst()
                .orElse(null);
    }

    private static boolean hasJoinIndexes(Table table) {
        List<String> both = List.of("A", "B");
        boolean unique =
                table.primaryKey() != null && table.primaryKey().columnNames().equals(both)
                        || table.indexes().stream()
                                .anyMatch(i -> i.isUnique() && i.columnNames().equals(both));
        return unique && table.indexes().stream().anyMatch(i -> i.columnNames().equals(List.of("B")));
    }

    /** Fields come in the order of the keys, those of tables that are first first, and those of join tables at the end. */
    void addFields() {
        if (emulates(known)) {
            models.values().forEach(this::copyFields);
            return;
        }
        for (ModelDraft model : models.values()) {
            Set<List<Object>> seen = new HashSet<>();
            for (ForeignKey key : model.table.foreignKeys()) {
                ModelDraft target = models.get(key.referencedTable());
                boolean again = !seen.add(List.of(key.columns(), key.referencedTable(), key.referencedColumns()));
                if (target != null && !again && hasFields(model, target, key)) {
                    RelationDraft relation = relation(model, target, key);
                    addForward(relation);
                    addBackward(relation);
                }
            }
        }
        for (Table table : joinTables) {
            addManyToMany(table);
        }
    }

    /** The models that relations of the existing schema lead to, one for each field that was copied. */
    List<String> copied() {
        return List.copyOf(copied);
    }

    /** What the existing schema says of relations, as far as the columns are still there. */
    private void copyFields(ModelDraft model) {
        if (model.known == null) {
            return;
        }
        for (RelationField field : model.known.relationFields()) {
            RelationField holder = field.holdsForeignKey() ? field : field.opposite();
            ModelDraft from = draftOf(field.holdsForeignKey() ? model.known : field.relatedModel());
            ModelDraft to = draftOf(field.holdsForeignKey() ? field.relatedModel() : model.known);
            ModelDraft target = draftOf(field.relatedModel());
            if (from != null
                    && to != null
                    && target != null
                    && stillHas(from, holder.fields())
                    && stillHas(to, holder.references())) {
                RelationDraft relation = copy(field.relation(), from, to);
                model.relationFields.add(new RelationDraft.End(
                        relation,
                        field.holdsForeignKey(),
                        field.name(),
                        target,
                        field.arity(),
                        field.isIgnored(),
                        field.documentation()));
                copied.add(target.name);
            }
        }
    }

    private static RelationDraft copy(Relation existing, ModelDraft from, ModelDraft to) {
        Relation.ForeignKey known = existing.foreignKey();
        ForeignKey key = known == null
                ? null
                : new ForeignKey(
                        known.mappedName(),
                        columns(known.fields()),
                        to.table.name(),
                        columns(known.references()),
                        known.onDelete(),
                        known.onUpdate(),
                        false);
        return new RelationDraft(from, to, key, existing.name(), existing.hasExplicitName(), false, known);
    }

    private @Nullable ModelDraft draftOf(Model known) {
        return models.values().stream()
                .filter(m -> m.known == known)
                .findFirst()
                .orElse(null);
    }

    private static boolean stillHas(ModelDraft model, List<ScalarField> fields) {
        return fields.stream()
                .allMatch(f -> model.table.column(f.databaseName()).isPresent());
    }

    private static boolean hasFields(ModelDraft from, ModelDraft to, ForeignKey key) {
        return key.columns().stream().noneMatch(c -> from.field(c).isEmpty())
                && key.referencedColumns().stream()
                        .allMatch(c ->
                                to.table.column(c).isPresent() && !to.field(c).isEmpty())
                && isUniqueInAnyOrder(to.table, Set.copyOf(key.referencedColumns()));
    }

    // ---- one to one, one to many

    private RelationDraft relation(ModelDraft from, ModelDraft to, ForeignKey key) {
        Relation existing = knownRelation(from, to, key);
        if (existing != null) {
            return new RelationDraft(
                    from, to, key, existing.name(), existing.hasExplicitName(), false, existing.foreignKey());
        }
        boolean clash = key.columns().stream().anyMatch(c -> from.field(c).equals(to.plainName));
        boolean named = clash || countRelations(from, to) > 1;
        String name =
                named ? from.name + "_" + String.join("_", key.columns()) + "To" + to.name : from.name + "To" + to.name;
        return new RelationDraft(from, to, key, name, named || from == to, named, null);
    }

    /** How many relations there are between two models, in either direction and through join tables. */
    private long countRelations(ModelDraft one, ModelDraft other) {
        long count = distinctKeys(one, other);
        if (one != other) {
            count += distinctKeys(other, one);
        }
        Set<ObjectName> pair = Set.of(
                one.table.name(), other.table.name().equals(one.table.name()) ? ObjectName.of("") : other.table.name());
        return count + joinTables.stream().filter(t -> pair.equals(ends(t))).count();
    }

    private static Set<ObjectName> ends(Table joinTable) {
        ObjectName first = joinTable.foreignKeys().get(0).referencedTable();
        ObjectName second = joinTable.foreignKeys().get(1).referencedTable();
        return Set.of(first, first.equals(second) ? ObjectName.of("") : second);
    }

    private static long distinctKeys(ModelDraft from, ModelDraft to) {
        return from.table.foreignKeys().stream()
                .filter(k -> k.referencedTable().equals(to.table.name()))
                .map(k -> List.of(k.columns(), k.referencedColumns()))
                .distinct()
                .count();
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
        String base = relation.ambiguous() ? type.plainName + "_" + relation.name() : type.plainName;
        return relation.isSelfRelation() && !forward ? "other_" + base : base;
    }

    /** Whether those columns are a key, in this order: the language wants them in one order. */
    private static boolean isUnique(Table table, List<String> columns) {
        return table.primaryKey() != null && table.primaryKey().columnNames().equals(columns)
                || table.indexes().stream()
                        .anyMatch(i -> i.isUnique()
                                && i.predicate() == null
                                && i.columnNames().equals(columns));
    }

    private static boolean isUniqueInAnyOrder(Table table, Set<String> columns) {
        return table.primaryKey() != null
                        && Set.copyOf(table.primaryKey().columnNames()).equals(columns)
                || table.indexes().stream()
                        .anyMatch(i -> i.isUnique()
                                && i.predicate() == null
                                && Set.copyOf(i.columnNames()).equals(columns));
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
        Relation existing =
                known == null ? null : knownManyToMany(known, table.name().name());
        boolean ambiguous = countRelations(a, b) > 1;
        boolean shown =
                existing != null ? existing.hasExplicitName() : ambiguous || !name.equals(defaultName(a, b)) || a == b;
        RelationDraft relation = new RelationDraft(a, b, null, name, shown, ambiguous, null);
        // The field whose type is the model of column A belongs to the model of column B, and the other way round.
        String middle = ambiguous ? "_" + name : "";
        RelationField fieldA = existing == null ? null : existing.fieldA();
        RelationField fieldB = existing == null ? null : existing.fieldB();
        if (a == b) {
            addList(relation, false, fieldB, b, a, a.plainName + middle + "_A");
            addList(relation, true, fieldA, a, b, b.plainName + middle + "_B");
        } else {
            addList(relation, true, fieldA, a, b, b.plainName + middle);
            addList(relation, false, fieldB, b, a, a.plainName + middle);
        }
    }

    private static String defaultName(ModelDraft a, ModelDraft b) {
        return a.name.compareTo(b.name) <= 0 ? a.name + "To" + b.name : b.name + "To" + a.name;
    }

    private static @Nullable Relation knownManyToMany(Schema known, String table) {
        return known.relations().stream()
                .filter(r -> r.isManyToMany() && r.foreignKey() == null && ("_" + r.name()).equals(table))
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
