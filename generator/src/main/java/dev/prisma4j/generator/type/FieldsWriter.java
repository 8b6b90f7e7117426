package dev.prisma4j.generator.type;

import dev.prisma4j.generator.java.JavaFile;
import dev.prisma4j.generator.shape.ClientShape;
import dev.prisma4j.generator.shape.JavaType;
import dev.prisma4j.generator.shape.ModelShape;
import dev.prisma4j.generator.shape.RelationShape;
import dev.prisma4j.generator.shape.ScalarShape;
import dev.prisma4j.generator.shape.TypeNames;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields of a model in conditions, orders and projections. */
final class FieldsWriter extends TypeWriter {
    FieldsWriter(ClientShape client, ModelShape model) {
        super(client, model);
    }

    @Override
    JavaFile write() {
        String name = names.fields();
        file.doc("The fields of " + names.model() + " in conditions, orders and projections.\n\n"
                + "@param <M> the model at the root of the query");
        file.line(marker());
        file.line("public class " + name + "<M> extends " + expression("ModelFields") + "<M> {");
        file.line(name + "(" + names.type() + " type, " + library("model.Path") + " path) {");
        file.line("super(type, path);");
        file.line("}");
        model.scalars().forEach(this::scalar);
        model.relations().forEach(this::relation);
        file.gap();
        file.doc("The fields of a related " + names.model() + ", which is also spoken of as a whole.\n\n"
                + "@param <M> the model at the root of the query");
        file.line("public static final class One<M> extends " + name + "<M> implements " + expression("ToOne") + "<M, "
                + names.record() + ", " + rootFields(names) + "> {");
        file.line("One(" + library("model.Path") + " path) {");
        file.line("super(" + names.type() + ".TYPE, path);");
        file.line("}");
        file.line("}");
        return file.line("}");
    }

    /** Tells the processor of {@code @Shape} what the types of the methods do not. */
    private String marker() {
        Stream<String> scalars = model.scalars().stream()
                .filter(scalar -> scalar.field().isOptional())
                .map(ScalarShape::member);
        Stream<String> relations = model.relations().stream()
                .filter(relation -> relation.field().isOptional())
                .map(RelationShape::member);
        String optional =
                Stream.concat(scalars, relations).map(JavaFile::literal).collect(Collectors.joining(", "));
        String record = names.record() + ".class";
        return "@" + library("model.FieldsOf") + "("
                + (optional.isEmpty() ? record : "value = " + record + ", optional = {" + optional + "}") + ")";
    }

    private void scalar(ScalarShape scalar) {
        file.gap();
        doc(scalar.field(), "The field {@code " + scalar.field().name() + "}.");
        file.line("public " + fieldType(scalar.type()) + " " + scalar.member() + "() {");
        file.line("return new " + fieldType(scalar.type()) + "(this, " + scalar.index() + ");");
        file.line("}");
    }

    private String fieldType(JavaType type) {
        if (type.list()) {
            return expression("ListField") + "<M, " + type.elementIn(file) + ">";
        }
        return switch (type.field()) {
            case "Field", "SortableField", "ComparableField" ->
                expression(type.field()) + "<M, " + type.elementIn(file) + ">";
            default -> expression(type.field()) + "<M>";
        };
    }

    private void relation(RelationShape relation) {
        TypeNames target = relation.target();
        String steps = "type.relation(" + relation.index() + ")";
        file.gap();
        doc(relation.field(), "The relation {@code " + relation.field().name() + "}.");
        if (relation.list()) {
            String type = expression("ToMany") + "<M, " + target.record() + ", " + rootFields(target) + ">";
            file.line("public " + type + " " + relation.member() + "() {");
            file.line("return new " + type + "(this, " + relation.index() + ", " + target.type() + ".TYPE);");
        } else {
            file.line("public " + target.fields() + ".One<M> " + relation.member() + "() {");
            file.line("return new " + target.fields() + ".One<M>(path.to(" + steps + "));");
        }
        file.line("}");
        file.gap();
        file.doc("The relation {@code " + relation.field().name() + "} in a projection, as a query of its own says.");
        String value = relation.list() ? list("R") : "R";
        file.line("public <R> " + expression("Selection") + "<M, " + value + "> " + relation.member() + "("
                + nestedQuery(relation) + " query) {");
        file.line("return new " + query("RelatedSelection") + "<M, " + value + ">(path, " + steps + ", " + target.type()
                + ".TYPE, query);");
        file.line("}");
    }
}
