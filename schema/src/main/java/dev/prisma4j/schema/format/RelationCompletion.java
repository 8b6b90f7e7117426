package dev.prisma4j.schema.format;

import dev.prisma4j.schema.syntax.Attribute;
import dev.prisma4j.schema.syntax.FieldArity;
import dev.prisma4j.schema.syntax.FieldDeclaration;
import dev.prisma4j.schema.syntax.ModelBlock;
import dev.prisma4j.schema.syntax.SyntaxTree;
import dev.prisma4j.schema.syntax.TypeReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Adds to a schema what its relations lack: the field at the other end, the fields of a foreign key, the arguments of
 * {@code @relation}. Names that are taken already are not avoided; the result is a proposal for the author to go on.
 */
final class RelationCompletion {

    private static final Set<String> SCALAR_TYPES =
            Set.of("String", "Boolean", "Int", "BigInt", "Float", "Decimal", "DateTime", "Json", "Bytes");

    private final RelationEnds ends;
    private final Edits edits = new Edits();

    private RelationCompletion(RelationEnds ends) {
        this.ends = ends;
    }

    /** What to insert into the files of a schema, all of whose names and attributes are sound. */
    static Edits of(List<SyntaxTree> trees) {
        RelationEnds ends = RelationEnds.of(trees);
        RelationCompletion completion = new RelationCompletion(ends);
        ends.all().forEach(completion::end);
        return completion.edits;
    }

    private void end(RelationEnd end) {
        RelationEnd other = ends.opposite(end);
        if (other == null) {
            if (end.isList()) {
                addForwardField(end);
            } else {
                completeForward(end, null);
            }
        } else if (!end.isList() && (other.isList() || isForward(end, other))) {
            completeForward(end, other);
        }
    }

    /** Of two ends that are no lists, whether the foreign key belongs to the first. */
    private static boolean isForward(RelationEnd end, RelationEnd other) {
        if (end.isRequired() != other.isRequired()) {
            return end.isRequired();
        }
        if (!end.isRequired() && (end.fields() != null || other.fields() != null)) {
            return end.fields() != null;
        }
        int models = end.model().name().text().compareTo(other.model().name().text());
        return models != 0
                ? models < 0
                : end.field().name().text().compareTo(other.field().name().text()) < 0;
    }

    /** The other end is a list and alone: adds the end with the foreign key to the target. */
    private void addForwardField(RelationEnd list) {
        ModelBlock owner = list.target();
        ModelBlock target = list.model();
        UniqueCriteria criteria = new UniqueCriteria(target);
        List<String> keys = keyNames(target, criteria);
        boolean required = true;
        for (String key : keys) {
            FieldDeclaration existing = scalarField(owner, key);
            required &= existing != null && existing.arity() != FieldArity.OPTIONAL;
        }
        String name = target.name().text();
        append(
                owner,
                CamelCase.of(name) + " " + name + (required ? "" : "?") + " @relation(fields: " + array(keys)
                        + ", references: " + array(names(criteria.firstStrict())) + ")");
        addKeyFields(owner, keys, criteria, "?");
    }

    /** Adds what the end with the foreign key lacks, the other end included. */
    private void completeForward(RelationEnd end, @Nullable RelationEnd other) {
        UniqueCriteria criteria = new UniqueCriteria(end.target());
        List<String> keys = keyNames(end.target(), criteria);
        List<String> missing = new ArrayList<>();
        if (end.fields() == null) {
            missing.add("fields: " + array(keys));
        }
        if (!end.hasReferences()) {
            missing.add("references: " + array(names(criteria.firstStrict())));
        }
        if (!missing.isEmpty()) {
            addArguments(end, String.join(", ", missing));
        }
        if (other == null) {
            addBackField(end);
        }
        if (end.fields() == null) {
            addKeyFields(end.model(), keys, criteria, end.isRequired() ? "" : "?");
        }
    }

    private void addBackField(RelationEnd end) {
        String model = end.model().name().text();
        String name = CamelCase.of(model);
        List<String> fields = end.fields();
        boolean unique = fields != null && new UniqueCriteria(end.model()).isUnique(fields);
        String declaration = unique ? name + " " + model + "?" : Plural.of(name) + " " + model + "[]";
        boolean ignored = end.model().attributes().stream()
                .anyMatch(item -> item.attribute().name().text().equals("ignore"));
        append(end.target(), ignored ? declaration + " @ignore" : declaration);
    }

    private void addArguments(RelationEnd end, String arguments) {
        Attribute attribute = end.attribute();
        FieldDeclaration field = end.field();
        if (attribute == null) {
            edits.insert(field.span().file(), endOfText(field), " @relation(" + arguments + ")");
        } else if (attribute.argumentsOrNone().isEmpty()) {
            edits.insert(field.span().file(), attribute.span().end(), "(" + arguments + ")");
        } else {
            edits.insert(field.span().file(), attribute.span().end() - 1, ", " + arguments);
        }
    }

    /** Where the field's text ends, its comment and the blanks before that not counted. */
    private static int endOfText(FieldDeclaration field) {
        int end = field.trailing() == null
                ? field.span().end()
                : field.trailing().span().start();
        String line = field.span().text().substring(0, end - field.span().start());
        return field.span().start() + line.stripTrailing().length();
    }

    /** The names of the foreign key's fields, whether they exist or not. */
    private static List<String> keyNames(ModelBlock target, UniqueCriteria criteria) {
        String prefix = CamelCase.smallFirst(target.name().text());
        return names(criteria.first()).stream()
                .map(name -> prefix + CamelCase.capitalFirst(name))
                .toList();
    }

    private void addKeyFields(ModelBlock owner, List<String> keys, UniqueCriteria criteria, String arity) {
        List<FieldDeclaration> targets = criteria.first();
        for (int i = 0; i < keys.size(); i++) {
            FieldDeclaration target = targets.get(i);
            boolean scalar = target.type() instanceof TypeReference.Named named
                    && SCALAR_TYPES.contains(named.name().text());
            if (scalar && scalarField(owner, keys.get(i)) == null) {
                append(owner, keys.get(i) + " " + target.type().span().text() + arity + nativeType(target));
            }
        }
    }

    private static String nativeType(FieldDeclaration field) {
        return field.attributes().stream()
                .filter(attribute -> attribute.name().text().indexOf('.') >= 0)
                .findFirst()
                .map(attribute -> " " + attribute.span().text())
                .orElse("");
    }

    /** The field with this name, unless it is the end of a relation. */
    private @Nullable FieldDeclaration scalarField(ModelBlock model, String name) {
        FieldDeclaration field = UniqueCriteria.field(model, name);
        return field == null || ends.isEnd(field) ? null : field;
    }

    private static List<String> names(List<FieldDeclaration> fields) {
        return fields.stream().map(field -> field.name().text()).toList();
    }

    private static String array(List<String> names) {
        return names.stream().collect(Collectors.joining(", ", "[", "]"));
    }

    private void append(ModelBlock model, String declaration) {
        edits.insert(model.span().file(), model.span().end() - 1, declaration + "\n");
    }
}
