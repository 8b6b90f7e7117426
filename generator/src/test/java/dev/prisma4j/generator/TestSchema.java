package dev.prisma4j.generator;

import dev.prisma4j.schema.model.*;
import java.util.*;
import java.util.regex.*;

/** A tiny reader of a subset of the schema language, for tests of the generator alone. */
final class TestSchema {
    static Schema of(String text) {
        SchemaBuilder builder = new SchemaBuilder();
        builder.datasource(new Datasource("db", Provider.SQLITE, new ConfigValue.Env("DATABASE_URL"), null, null, RelationMode.FOREIGN_KEYS, List.of(), List.of(), null, "s"));
        Map<String, EnumType> enums = new HashMap<>();
        Matcher e = Pattern.compile("enum (\\S+) \\{([^}]*)}").matcher(text);
        while (e.find()) {
            List<EnumValue> values = new ArrayList<>();
            for (String v : e.group(2).strip().split("\\s+")) values.add(new EnumValue(v, null, null));
            enums.put(e.group(1), builder.addEnum(new EnumType(e.group(1), null, null, values, null, "s")));
        }
        Map<String, Model> models = new LinkedHashMap<>();
        Map<String, List<String>> bodies = new LinkedHashMap<>();
        Matcher m = Pattern.compile("(?:/// ([^\\n]*)\\n)?(model|view) (\\S+) \\{\\n(.*?)\\n}", Pattern.DOTALL).matcher(text);
        while (m.find()) {
            models.put(m.group(3), builder.addModel(m.group(3), null, null, m.group(2).equals("view"), false, m.group(1), "s"));
            bodies.put(m.group(3), m.group(4).lines().map(String::strip).filter(l -> !l.isEmpty()).toList());
        }
        Map<String, Map<String, ScalarField>> scalars = new HashMap<>();
        record Rel(Model model, RelationField field, String type, String rest) {}
        List<Rel> rels = new ArrayList<>();
        bodies.forEach((name, lines) -> {
            Model model = models.get(name);
            Map<String, ScalarField> own = new LinkedHashMap<>();
            scalars.put(name, own);
            String doc = null;
            for (String line : lines) {
                if (line.startsWith("///")) { doc = line.substring(3).strip(); continue; }
                if (line.startsWith("@@") || line.startsWith("// ")) continue;
                Matcher f = Pattern.compile("(\\S+)\\s+(\\w+)(\\(\"[^\"]*\"\\))?(\\?|\\[])?(.*)").matcher(line);
                if (!f.matches()) throw new IllegalArgumentException(line);
                Arity arity = f.group(4) == null ? Arity.REQUIRED : f.group(4).equals("?") ? Arity.OPTIONAL : Arity.LIST;
                String type = f.group(2), rest = f.group(5);
                if (models.containsKey(type)) {
                    rels.add(new Rel(model, builder.addRelationField(model, f.group(1), arity, rest.contains("@ignore"), doc), type, rest));
                } else {
                    FieldType ft = enums.containsKey(type) ? enums.get(type) : type.equals("Unsupported") ? new UnsupportedType("x") : ScalarType.of(type).orElseThrow();
                    DefaultValue dv = null;
                    Matcher d = Pattern.compile("@default\\((\\w+)\\(\\)\\)").matcher(rest);
                    Matcher d2 = Pattern.compile("@default\\(([\\w\"]+)\\)").matcher(rest);
                    if (d.find()) dv = new DefaultValue.Function(d.group(1), List.of(), null);
                    else if (d2.find()) {
                        String v = d2.group(1);
                        dv = new DefaultValue.Literal(ft instanceof EnumType et ? et.value(v).get() : v.equals("true") || v.equals("false") ? (Object) Boolean.valueOf(v) : v.matches("\\d+") ? ft == ScalarType.INT || ft == ScalarType.BIG_INT ? (Object) Long.valueOf(v) : new java.math.BigDecimal(v) : v.replace("\"", ""), null);
                    }
                    Matcher nt = Pattern.compile("@db\\.(\\w+)").matcher(rest);
                    NativeType nat = nt.find() ? new NativeType(nt.group(1), List.of()) : null;
                    own.put(f.group(1), builder.addScalarField(model, f.group(1), ft, arity, rest.contains("@ignore"), null, dv, nat, rest.contains("@updatedAt"), doc));
                }
                doc = null;
            }
            for (Map.Entry<String, ScalarField> s : own.entrySet()) {
                String line = lines.stream().filter(l -> l.startsWith(s.getKey() + " ")).findFirst().orElseThrow();
                IndexField idx = new IndexField(List.of(s.getValue()), null, null, null, false);
                if (line.contains("@id")) builder.primaryKey(model, new PrimaryKey(null, List.of(idx), null, null, null, true));
                if (line.contains("@unique")) builder.addIndex(model, new Index(Index.Kind.UNIQUE, null, List.of(idx), name + "_" + s.getKey() + "_key", null, null, null, null, true));
            }
            for (String line : lines) {
                if (!line.startsWith("@@") || line.startsWith("@@index")) continue;
                Matcher k = Pattern.compile("@@(id|unique)\\(\\[([^\\]]*)](?:, name: \"(\\w+)\")?\\)").matcher(line);
                if (!k.matches()) throw new IllegalArgumentException(line);
                List<IndexField> fields = Arrays.stream(k.group(2).split(",\\s*")).map(n -> new IndexField(List.of(own.get(n)), null, null, null, false)).toList();
                if (k.group(1).equals("id")) builder.primaryKey(model, new PrimaryKey(k.group(3), fields, null, null, null, false));
                else builder.addIndex(model, new Index(Index.Kind.UNIQUE, k.group(3), fields, "u", null, null, null, null, false));
            }
        });
        Set<Rel> done = new HashSet<>();
        for (Rel a : rels) {
            if (done.contains(a)) continue;
            String relName = group(a.rest, "@relation\\((?:name: )?\"(\\w+)\"");
            Rel b = rels.stream().filter(r -> r != a && !done.contains(r) && r.type.equals(a.model.name()) && r.model.name().equals(a.type)
                    && Objects.equals(relName, group(r.rest, "@relation\\((?:name: )?\"(\\w+)\""))).findFirst().orElseThrow(() -> new IllegalArgumentException(a.field + ""));
            done.add(a); done.add(b);
            Rel holder = a.rest.contains("fields:") ? a : b.rest.contains("fields:") ? b : null;
            Relation.ForeignKey key = null;
            if (holder != null) {
                Rel other = holder == a ? b : a;
                List<ScalarField> fk = list(group(holder.rest, "fields: \\[([^\\]]*)]"), scalars.get(holder.model.name()));
                List<ScalarField> refs = list(group(holder.rest, "references: \\[([^\\]]*)]"), scalars.get(other.model.name()));
                ReferentialAction del = holder.rest.contains("onDelete: Cascade") ? ReferentialAction.CASCADE : ReferentialAction.NO_ACTION;
                key = new Relation.ForeignKey(holder.field, fk, refs, del, ReferentialAction.CASCADE, null, null, "fk", null);
            }
            String n = relName != null ? relName : a.model.name().compareTo(b.model.name()) < 0 ? a.model.name() + "To" + b.model.name() : b.model.name() + "To" + a.model.name();
            boolean swap = a.model.name().compareTo(b.model.name()) > 0;
            builder.addRelation(n, relName != null, swap ? b.field : a.field, swap ? a.field : b.field, key);
        }
        return builder.build();
    }

    private static String group(String text, String pattern) {
        Matcher m = Pattern.compile(pattern).matcher(text);
        return m.find() ? m.group(1) : null;
    }

    private static List<ScalarField> list(String names, Map<String, ScalarField> fields) {
        return Arrays.stream(names.split(",\\s*")).map(fields::get).toList();
    }
}
