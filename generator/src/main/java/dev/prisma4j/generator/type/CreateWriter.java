package dev.prisma4j.generator.type;

import dev.prisma4j.generator.java.JavaFile;
import dev.prisma4j.generator.shape.ClientShape;
import dev.prisma4j.generator.shape.JavaType;
import dev.prisma4j.generator.shape.ModelShape;
import dev.prisma4j.generator.shape.RelationShape;
import dev.prisma4j.generator.shape.Requirement;
import dev.prisma4j.generator.shape.ScalarShape;
import dev.prisma4j.schema.model.Relation;
import dev.prisma4j.schema.model.ScalarField;
import java.util.List;
import java.util.function.Predicate;

/** The data of a new row: a type parameter per required field. */
final class CreateWriter extends TypeWriter {
    CreateWriter(ClientShape client, ModelShape model) {
        super(client, model);
    }

    @Override
    JavaFile write() {
        String name = names.create();
        List<String> parameters = each(model.requirements(), Requirement::parameter);
        StringBuilder doc = new StringBuilder("The data of a new " + names.model() + ".");
        String separator = "\n\n";
        for (Requirement need : model.requirements()) {
            doc.append(separator).append("@param <").append(need.parameter()).append("> whether {@code ");
            doc.append(need.subject()).append("} is given");
            separator = "\n";
        }
        file.doc(doc.toString());
        file.line("public final class " + name + angled(parameters) + " extends " + write("CreateInput") + " {");
        file.line(name + "() {");
        file.line("super(" + names.type() + ".TYPE);");
        file.line("}");
        model.scalars().forEach(this::scalar);
        model.relations().stream()
                .filter(relation -> !client.target(relation).model().isView())
                .forEach(this::relation);
        for (Requirement need : model.requirements()) {
            file.gap();
            file.doc("{@code " + need.subject() + "} is required and not given yet.");
            file.line("public interface " + need.marker() + " {}");
        }
        return file.line("}");
    }

    private String after(Predicate<Requirement> given) {
        return names.create()
                + angled(each(model.requirements(), need -> given.test(need) ? write("Given") : need.parameter()));
    }

    private void scalar(ScalarShape scalar) {
        JavaType type = scalar.type();
        String result = after(need -> need.field() == scalar.field());
        file.gap();
        doc(scalar.field(), "Sets {@code " + scalar.field().name() + "}.");
        setter(result, scalar, parameter(scalar) + " value", "value");
        if (type.list() && !type.isBytes()) {
            file.gap();
            file.doc("Sets {@code " + scalar.field().name() + "}.");
            setter(result, scalar, type.elementIn(file) + "... values", listOf() + "(values)");
        } else if (scalar.optional() && ("long".equals(type.primitive()) || "double".equals(type.primitive()))) {
            file.gap();
            file.doc("Sets {@code " + scalar.field().name() + "}.");
            setter(result, scalar, type.primitive() + " value", "value");
        }
    }

    private String listOf() {
        return file.use("java.util.List") + ".of";
    }

    private void setter(String result, ScalarShape scalar, String parameter, String value) {
        file.line("public " + result + " " + scalar.name() + "(" + parameter + ") {");
        call(result, "set(" + scalar.index() + ", " + value + ")");
        file.line("}");
    }

    private void relation(RelationShape relation) {
        Relation.ForeignKey key = relation.field().relation().foreignKey();
        List<ScalarField> given = key != null && relation.field().holdsForeignKey() ? key.fields() : List.of();
        String builder = write(relation.list() ? "ToManyCreate" : "ToOneCreate");
        file.gap();
        doc(relation.field(), "Says what to do about {@code " + relation.field().name() + "}.");
        String result = after(need -> given.contains(need.field()));
        file.line("public " + result + " " + relation.name() + "(" + consumer() + "<" + builder + "<"
                + nestedCreate(relation) + ", " + relation.target().unique() + ">> related) {");
        call(
                result,
                (relation.list() ? "toMany(" : "toOne(") + relation.index() + ", "
                        + relation.target().type() + ".TYPE, related)");
        file.line("}");
    }

    /** The type parameters that stay as they are need no inference, which saves the compiler much time. */
    private void call(String result, String call) {
        file.line(call + ";");
        file.line(result.equals(after(need -> false)) ? "return this;" : "return given();");
    }
}
