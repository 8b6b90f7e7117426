package dev.prisma4j.schema.format;

import dev.prisma4j.schema.syntax.Argument;
import dev.prisma4j.schema.syntax.Attribute;
import dev.prisma4j.schema.syntax.BlockAttribute;
import dev.prisma4j.schema.syntax.Expression;
import dev.prisma4j.schema.syntax.FieldArity;
import dev.prisma4j.schema.syntax.FieldDeclaration;
import dev.prisma4j.schema.syntax.ModelBlock;
import dev.prisma4j.schema.syntax.TypeReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What identifies a record of a model: its id first, then the unique fields, then the unique groups of fields. */
final class UniqueCriteria {

    private final ModelBlock model;
    private final List<List<FieldDeclaration>> ids = new ArrayList<>();
    private final List<List<FieldDeclaration>> uniques = new ArrayList<>();

    UniqueCriteria(ModelBlock model) {
        this.model = model;
        for (FieldDeclaration field : model.fields()) {
            for (Attribute attribute : field.attributes()) {
                add(attribute.name().text(), List.of(field));
            }
        }
        for (BlockAttribute item : model.attributes()) {
            add(item.attribute().name().text(), fields(item.attribute()));
        }
    }

    private void add(String attribute, List<FieldDeclaration> fields) {
        if (attribute.equals("id")) {
            ids.add(fields);
        } else if (attribute.equals("unique")) {
            uniques.add(fields);
        }
    }

    private List<FieldDeclaration> fields(Attribute attribute) {
        List<FieldDeclaration> fields = new ArrayList<>();
        for (Argument argument : attribute.argumentsOrNone()) {
            boolean named = argument.name() != null && !argument.name().text().equals("fields");
            if (!named && argument.value() instanceof Expression.ArrayLiteral array) {
                array.elements().forEach(element -> field(element).ifPresent(fields::add));
            }
        }
        return fields;
    }

    private Optional<FieldDeclaration> field(Expression element) {
        String name = element instanceof Expression.FunctionCall call
                ? call.name().text()
                : element.span().text();
        return Optional.ofNullable(field(model, name));
    }

    static @Nullable FieldDeclaration field(ModelBlock model, String name) {
        for (FieldDeclaration field : model.fields()) {
            if (field.name().text().equals(name)) {
                return field;
            }
        }
        return null;
    }

    /** The fields of the first criterion, none if there is no criterion. */
    List<FieldDeclaration> first() {
        return all().stream().findFirst().orElse(List.of());
    }

    /** The fields of the first criterion that no record can lack and a relation can refer to, or none. */
    List<FieldDeclaration> firstStrict() {
        return all().stream()
                .filter(fields -> fields.stream().allMatch(UniqueCriteria::canBeReferredTo))
                .findFirst()
                .orElse(List.of());
    }

    private static boolean canBeReferredTo(FieldDeclaration field) {
        return field.arity() != FieldArity.OPTIONAL && field.type() instanceof TypeReference.Named;
    }

    private List<List<FieldDeclaration>> all() {
        List<List<FieldDeclaration>> all = new ArrayList<>(ids);
        all.addAll(uniques);
        return all;
    }

    /** Whether one of the unique criteria, the id not counted, has exactly these fields in this order. */
    boolean isUnique(List<String> names) {
        return uniques.stream()
                .anyMatch(fields -> fields.stream()
                        .map(field -> field.name().text())
                        .toList()
                        .equals(names));
    }
}
