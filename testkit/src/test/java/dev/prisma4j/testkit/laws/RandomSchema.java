package dev.prisma4j.testkit.laws;

import dev.prisma4j.testkit.DatabaseKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A schema that chance made, which chance can change: models, enums, relations, indexes, defaults, native types. */
final class RandomSchema {
    private static final List<String> ID_TYPES = List.of("Int", "BigInt", "String");

    /** A field of a plain type or an enum. */
    record Field(
            String name,
            String type,
            char arity,
            @Nullable String defaultText,
            @Nullable String nativeType,
            boolean unique) {
        boolean isList() {
            return arity == '*';
        }

        boolean isOptional() {
            return arity == '?';
        }

        Field with(char newArity, @Nullable String newDefault, @Nullable String newNative, boolean newUnique) {
            return new Field(name, type, newArity, newDefault, newNative, newUnique);
        }
    }

    /** A foreign key to the id of a model that stands before its own, or to its own. */
    record Link(
            String name,
            String target,
            boolean optional,
            @Nullable String onDelete,
            boolean unique) {}

    /** A model; its id is a field {@code id}. */
    record Model(
            String name,
            @Nullable String map,
            String idType,
            boolean counts,
            List<Field> fields,
            List<Link> links,
            List<List<String>> indexes,
            @Nullable List<String> unique) {
        Model copy(List<Field> newFields, List<Link> newLinks, List<List<String>> newIndexes) {
            return new Model(name, map, idType, counts, newFields, newLinks, newIndexes, unique);
        }

        String table() {
            return map == null ? name : map;
        }
    }

    private final DatabaseKind kind;
    private final Random random;
    private final Map<String, Model> models = new LinkedHashMap<>();
    private final Map<String, List<String>> enums = new LinkedHashMap<>();
    private final List<List<String>> joins = new ArrayList<>();
    private int names;

    private RandomSchema(DatabaseKind kind, Random random) {
        this.kind = kind;
        this.random = random;
    }

    static RandomSchema of(DatabaseKind kind, Random random) {
        RandomSchema schema = new RandomSchema(kind, random);
        int size = 1 + random.nextInt(4);
        for (int i = 0; i < size; i++) {
            schema.addModel();
        }
        return schema;
    }

    /** Another schema, some changes away. */
    RandomSchema changed() {
        RandomSchema other = new RandomSchema(kind, random);
        other.models.putAll(models);
        other.enums.putAll(enums);
        other.joins.addAll(joins);
        other.names = names;
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            other.change();
        }
        return other;
    }

    List<Model> models() {
        return List.copyOf(models.values());
    }

    Model model(String name) {
        Model model = models.get(name);
        if (model == null) {
            throw new IllegalArgumentException("no model " + name);
        }
        return model;
    }

    List<String> enumValues(String type) {
        return enums.getOrDefault(type, List.of());
    }

    // ---- chance

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String fresh(String prefix) {
        return prefix + names++;
    }

    private void addModel() {
        String name = fresh("M");
        List<Field> fields = new ArrayList<>();
        int size = 1 + random.nextInt(5);
        for (int i = 0; i < size; i++) {
            fields.add(field());
        }
        List<Link> links = new ArrayList<>();
        if (!models.isEmpty() && chance(60)) {
            links.add(link(any(List.copyOf(models.keySet()))));
        }
        if (chance(15)) {
            links.add(new Link(fresh("l"), name, true, null, false));
        }
        String idType = any(ID_TYPES);
        Model model = new Model(
                name,
                chance(25) ? name.toLowerCase(Locale.ROOT) + "_table" : null,
                idType,
                !idType.equals("String") && chance(60),
                fields,
                links,
                List.of(),
                null);
        models.put(name, model);
        if (chance(40)) {
            changeIndexes(model);
        }
        if (models.size() > 1 && chance(20)) {
            joins.add(List.of(any(List.copyOf(models.keySet())), name, fresh("j")));
        }
    }

    private Link link(String target) {
        boolean optional = chance(50);
        String action = any(List.of("", "Cascade", "Restrict", "NoAction", optional ? "SetNull" : "Cascade"));
        return new Link(fresh("l"), target, optional, action.isEmpty() ? null : action, chance(15));
    }

    private Field field() {
        String type = any(FieldTypes.names(kind));
        if (type.equals("Enum")) {
            type = chance(50) && !enums.isEmpty() ? any(List.copyOf(enums.keySet())) : addEnum();
        }
        char arity = kind == DatabaseKind.POSTGRESQL && chance(12) ? '*' : chance(45) ? '?' : '!';
        Field plain = new Field(fresh("f"), type, arity, null, null, false);
        return plain.with(arity, defaultFor(plain), nativeFor(plain), arity != '*' && uniqueFor(plain));
    }

    private String addEnum() {
        String name = fresh("E");
        enums.put(name, List.of("A", "B", "C").subList(0, 1 + random.nextInt(3)));
        return name;
    }

    private @Nullable String defaultFor(Field field) {
        if (field.isList() || !chance(35)) {
            return null;
        }
        List<String> values = enumValues(field.type());
        return values.isEmpty() ? FieldTypes.anyDefault(kind, field.type(), random) : any(values);
    }

    private @Nullable String nativeFor(Field field) {
        return enums.containsKey(field.type()) || !chance(30)
                ? null
                : FieldTypes.anyNativeType(kind, field.type(), random);
    }

    private boolean uniqueFor(Field field) {
        return FieldTypes.canBeUnique(field.type()) && field.nativeType() == null && chance(15);
    }

    // ---- changes

    private void change() {
        Model model = any(List.copyOf(models.values()));
        switch (random.nextInt(12)) {
            case 0 -> addModel();
            case 1 -> dropModel(model);
            case 2, 3 -> changeFields(model, list -> list.add(field()));
            case 4 -> changeFields(model, list -> list.remove(random.nextInt(list.size())));
            case 5, 6 -> changeFields(model, this::changeField);
            case 7 -> changeIndexes(model);
            case 8 -> changeLinks(model);
            case 9 -> changeEnum();
            case 10 -> changeJoins();
            default -> changeFields(model, this::changeType);
        }
    }

    private interface Edit {
        void apply(List<Field> fields);
    }

    private void changeFields(Model model, Edit edit) {
        List<Field> fields = new ArrayList<>(model.fields());
        if (!fields.isEmpty()) {
            edit.apply(fields);
        }
        List<String> left = fields.stream().map(Field::name).toList();
        List<List<String>> indexes =
                model.indexes().stream().filter(left::containsAll).toList();
        models.put(model.name(), model.copy(fields, model.links(), indexes));
    }

    private void changeField(List<Field> fields) {
        int at = random.nextInt(fields.size());
        Field f = fields.get(at);
        Field changed = switch (random.nextInt(4)) {
            case 0 -> f.isList() ? f : f.with(f.isOptional() ? '!' : '?', f.defaultText(), f.nativeType(), f.unique());
            case 1 -> f.with(f.arity(), defaultFor(f), f.nativeType(), f.unique());
            case 2 -> f.with(f.arity(), f.defaultText(), f.unique() ? null : nativeFor(f), f.unique());
            default -> f.with(f.arity(), f.defaultText(), f.nativeType(), !f.isList() && uniqueFor(f));
        };
        fields.set(at, changed);
    }

    private void changeType(List<Field> fields) {
        int at = random.nextInt(fields.size());
        Field other = field();
        fields.set(
                at,
                new Field(
                        fields.get(at).name(),
                        other.type(),
                        other.arity(),
                        other.defaultText(),
                        other.nativeType(),
                        other.unique()));
    }

    private void changeIndexes(Model model) {
        List<String> candidates = model.fields().stream()
                .filter(f -> !f.isList() && FieldTypes.canBeUnique(f.type()) && f.nativeType() == null)
                .map(Field::name)
                .toList();
        List<List<String>> indexes = new ArrayList<>();
        if (!candidates.isEmpty()) {
            indexes.add(List.of(any(candidates)));
            if (candidates.size() > 1 && chance(50)) {
                indexes.add(candidates.subList(0, 2));
            }
        }
        models.put(model.name(), model.copy(model.fields(), model.links(), indexes));
    }

    private void changeLinks(Model model) {
        List<Link> links = new ArrayList<>(model.links());
        List<String> before = new ArrayList<>();
        for (String name : models.keySet()) {
            if (name.equals(model.name())) {
                break;
            }
            before.add(name);
        }
        if (!links.isEmpty() && chance(50)) {
            links.remove(random.nextInt(links.size()));
        } else if (!before.isEmpty()) {
            links.add(link(any(before)));
        }
        models.put(model.name(), model.copy(model.fields(), links, model.indexes()));
    }

    private void dropModel(Model gone) {
        if (models.size() < 2) {
            return;
        }
        models.remove(gone.name());
        joins.removeIf(j -> j.contains(gone.name()));
        models.replaceAll((name, model) -> model.copy(
                model.fields(),
                model.links().stream()
                        .filter(l -> !l.target().equals(gone.name()))
                        .toList(),
                model.indexes()));
    }

    private void changeEnum() {
        if (enums.isEmpty()) {
            return;
        }
        String name = any(List.copyOf(enums.keySet()));
        List<String> values = new ArrayList<>(enumValues(name));
        boolean used = models.values().stream()
                .flatMap(m -> m.fields().stream())
                .anyMatch(f -> f.type().equals(name) && f.defaultText() != null);
        if (values.size() > 1 && chance(40) && !used) {
            values.remove(random.nextInt(values.size()));
        } else {
            values.add(fresh("V"));
        }
        enums.put(name, List.copyOf(values));
    }

    private void changeJoins() {
        if (!joins.isEmpty() && chance(50)) {
            joins.remove(random.nextInt(joins.size()));
        } else {
            List<String> all = List.copyOf(models.keySet());
            joins.add(List.of(any(all), any(all), fresh("j")));
        }
    }

    // ---- text

    /** The schema. */
    String text() {
        StringBuilder out = new StringBuilder("datasource db {\n  provider = \"")
                .append(kind.provider().text())
                .append("\"\n}\n");
        models.values().forEach(model -> out.append(text(model)));
        enums.forEach((name, values) -> {
            out.append("enum ").append(name).append(" {\n");
            values.forEach(value -> out.append("  ").append(value).append('\n'));
            out.append("}\n");
        });
        return out.toString();
    }

    private String text(Model model) {
        StringBuilder out = new StringBuilder("model ").append(model.name()).append(" {\n");
        out.append("  id ").append(model.idType()).append(" @id");
        out.append(model.counts() ? " @default(autoincrement())\n" : "\n");
        model.fields().forEach(f -> out.append("  ").append(text(f)).append('\n'));
        for (Link link : model.links()) {
            String arity = link.optional() ? "?" : "";
            out.append("  ")
                    .append(link.name())
                    .append("Id ")
                    .append(model(link.target()).idType())
                    .append(arity);
            out.append(link.unique() ? " @unique\n" : "\n");
            out.append("  ")
                    .append(link.name())
                    .append(' ')
                    .append(link.target())
                    .append(arity);
            out.append(" @relation(\"")
                    .append(link.name())
                    .append("\", fields: [")
                    .append(link.name());
            out.append("Id], references: [id]");
            out.append(link.onDelete() == null ? "" : ", onDelete: " + link.onDelete())
                    .append(")\n");
        }
        for (Model other : models.values()) {
            for (Link link : other.links()) {
                if (link.target().equals(model.name())) {
                    out.append("  back_").append(link.name()).append(' ').append(other.name());
                    out.append(link.unique() ? "?" : "[]");
                    out.append(" @relation(\"").append(link.name()).append("\")\n");
                }
            }
        }
        for (List<String> join : joins) {
            if (join.get(0).equals(model.name())) {
                out.append("  a_" + join.get(2) + " " + join.get(1) + "[] @relation(\"" + join.get(2) + "\")\n");
            }
            if (join.get(1).equals(model.name())) {
                out.append("  b_" + join.get(2) + " " + join.get(0) + "[] @relation(\"" + join.get(2) + "\")\n");
            }
        }
        model.indexes()
                .forEach(i ->
                        out.append("  @@index([").append(String.join(", ", i)).append("])\n"));
        if (model.map() != null) {
            out.append("  @@map(\"").append(model.map()).append("\")\n");
        }
        return out.append("}\n").toString();
    }

    private String text(Field f) {
        // The oldest MySQL that is tested has no expressions as defaults, as days need.
        boolean noDefault = f.defaultText() == null || kind == DatabaseKind.MYSQL && "Date".equals(f.nativeType());
        return f.name() + " " + f.type() + (f.isList() ? "[]" : f.isOptional() ? "?" : "")
                + (f.unique() ? " @unique" : "")
                + (noDefault ? "" : " @default(" + f.defaultText() + ")")
                + (f.nativeType() == null ? "" : " @db." + f.nativeType());
    }
}
