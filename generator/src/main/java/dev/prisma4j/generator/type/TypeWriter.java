package dev.prisma4j.generator.type;

import dev.prisma4j.generator.java.JavaFile;
import dev.prisma4j.generator.shape.ClientShape;
import dev.prisma4j.generator.shape.ModelShape;
import dev.prisma4j.generator.shape.RelationShape;
import dev.prisma4j.generator.shape.Requirement;
import dev.prisma4j.generator.shape.ScalarShape;
import dev.prisma4j.generator.shape.TypeNames;
import dev.prisma4j.schema.model.Annotations;
import dev.prisma4j.schema.model.Field;
import dev.prisma4j.schema.model.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the writers of the types around one model have in common. */
abstract class TypeWriter {
    private static final String CLIENT = "dev.prisma4j.client.";

    final ClientShape client;
    final ModelShape model;
    final TypeNames names;
    final JavaFile file;

    TypeWriter(ClientShape client, ModelShape model) {
        this(client, model, new JavaFile(client.packageName(), client.types()));
    }

    TypeWriter(ClientShape client, ModelShape model, JavaFile file) {
        this.client = client;
        this.model = model;
        this.names = model.names();
        this.file = file;
    }

    /** Writes the file. */
    abstract JavaFile write();

    // ---- types of the library

    final String expression(String type) {
        return file.use(CLIENT + "expression." + type);
    }

    final String query(String type) {
        return file.use(CLIENT + "query." + type);
    }

    final String result(String type) {
        return file.use(CLIENT + "result." + type);
    }

    final String write(String type) {
        return file.use(CLIENT + "write." + type);
    }

    final String library(String type) {
        return file.use(CLIENT + type);
    }

    final String nullable() {
        return "@" + file.use("org.jspecify.annotations.Nullable");
    }

    final String function() {
        return file.use("java.util.function.Function");
    }

    final String consumer() {
        return file.use("java.util.function.Consumer");
    }

    final String list(String element) {
        return file.use("java.util.List") + "<" + element + ">";
    }

    // ---- types of the package

    /** The fields of a model at the root of a query. */
    final String rootFields(TypeNames of) {
        return of.fields() + "<" + of.record() + ">";
    }

    /** {@code Function<PostFind, Reading<Post, R>>}. */
    final String nestedQuery(RelationShape relation) {
        return "%s<%s, %s<%s, R>>"
                .formatted(
                        function(),
                        relation.target().find(),
                        query("Reading"),
                        relation.target().record());
    }

    /** {@code  implements A, B}, or nothing. */
    final String implemented(List<String> interfaces) {
        return interfaces.isEmpty() ? "" : " implements " + String.join(", ", each(interfaces, file::use));
    }

    // ---- documentation

    /** The schema's comment on a field, or a sentence that names it. */
    final void doc(Field field, String otherwise) {
        file.doc(comment(field.documentation(), otherwise));
    }

    static String comment(@Nullable String written, String otherwise) {
        String documentation = Annotations.without(written);
        return documentation == null || documentation.isBlank() ? otherwise : JavaFile.escape(documentation);
    }

    // ---- type parameters

    /** {@code <A, B>}, or nothing. */
    static String angled(List<String> parameters) {
        return parameters.isEmpty() ? "" : "<" + String.join(", ", parameters) + ">";
    }

    /** The parameters with one of them replaced. */
    static List<String> with(List<String> parameters, int index, String argument) {
        List<String> copy = new ArrayList<>(parameters);
        copy.set(index, argument);
        return copy;
    }

    static <T> List<String> each(List<T> things, Function<T, String> text) {
        return things.stream().map(text).collect(Collectors.toList());
    }

    /** The parameters as they are declared, with a bound that allows null where the field is optional. */
    final List<String> declared(Slots slots) {
        List<String> result = new ArrayList<>();
        for (int i = 0; i < slots.parameters().size(); i++) {
            String parameter = slots.parameters().get(i);
            result.add(
                    slots.nullable().get(i)
                            ? parameter + " extends " + nullable() + " " + file.use("java.lang.Object")
                            : parameter);
        }
        return result;
    }

    // ---- the data of new rows

    /** The type of the data of a new row in which some fields are given from elsewhere. */
    final String emptyCreate(ModelShape of, Predicate<Requirement> given) {
        if (!of.creatable()) {
            return write("NotCreatable");
        }
        String owner = of.names().create();
        return owner
                + angled(each(
                        of.requirements(), need -> given.test(need) ? write("Given") : owner + "." + need.marker()));
    }

    /** The type of the data of a new row that is complete. */
    final String completeCreate(ModelShape of) {
        return of.creatable()
                ? of.names().create() + angled(each(of.requirements(), need -> write("Given")))
                : write("NotCreatable");
    }

    /** The two types of the data of a related row, whose foreign key to here comes by itself. */
    final String nestedCreate(RelationShape relation) {
        Relation.ForeignKey key = relation.field().relation().foreignKey();
        boolean keyIsThere = key != null && key.field() == relation.field().opposite();
        ModelShape target = client.target(relation);
        return emptyCreate(
                        target,
                        need -> keyIsThere && key != null && key.fields().contains(need.field())) + ", "
                + completeCreate(target);
    }

    /** A scalar as a parameter. */
    final String parameter(ScalarShape scalar) {
        return scalar.type().declared(file, scalar.optional());
    }
}
