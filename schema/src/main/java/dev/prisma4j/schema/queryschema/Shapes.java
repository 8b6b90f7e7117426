package dev.prisma4j.schema.queryschema;

import dev.prisma4j.schema.model.Arity;
import dev.prisma4j.schema.model.CompositeType;
import dev.prisma4j.schema.model.EnumType;
import dev.prisma4j.schema.model.EnumValue;
import dev.prisma4j.schema.model.Field;
import dev.prisma4j.schema.model.FieldType;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.ScalarType;
import dev.prisma4j.schema.model.Schema;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the makers of types share: the schema as clients see it, the database's capabilities, the types by name, and the
 * other makers. A type is registered before its fields are made, so types may refer to each other in circles.
 */
final class Shapes {
    final Schema schema;
    final QueryCapabilities capabilities;
    final Filters filters;
    final WhereInputs wheres;
    final UniqueInputs uniques;
    final Orderings orderings;
    final CompositeInputs composites;
    final FieldOperations operations;
    final CreateInputs creates;
    final UpdateInputs updates;
    final NestedCreates nestedCreates;
    final NestedUpdates nestedUpdates;
    final ModelOutputs outputs;
    final AggregateOutputs aggregates;

    private final Map<String, InputObject> inputs = new ConcurrentHashMap<>();
    private final Map<String, OutputObject> outputObjects = new ConcurrentHashMap<>();
    private final Map<String, EnumShape> enums = new ConcurrentHashMap<>();
    private final Map<String, FieldRefShape> fieldRefs = new ConcurrentHashMap<>();
    private final Map<InputType, InputType> lists = Collections.synchronizedMap(new IdentityHashMap<>());

    Shapes(Schema schema) {
        this.schema = schema;
        this.capabilities = QueryCapabilities.of(schema);
        this.filters = new Filters(this);
        this.wheres = new WhereInputs(this);
        this.uniques = new UniqueInputs(this);
        this.orderings = new Orderings(this);
        this.composites = new CompositeInputs(this);
        this.operations = new FieldOperations(this);
        this.creates = new CreateInputs(this);
        this.updates = new UpdateInputs(this);
        this.nestedCreates = new NestedCreates(this);
        this.nestedUpdates = new NestedUpdates(this);
        this.outputs = new ModelOutputs(this);
        this.aggregates = new AggregateOutputs(this);
    }

    // The schema as clients see it.

    /** The models and views that clients see. */
    List<Model> models() {
        return QuerySchema.modelsOf(schema);
    }

    /** The fields of a model with a column, enums and composites included. */
    List<ScalarField> scalars(Model model) {
        return model.scalarFields().stream().filter(Shapes::isVisible).toList();
    }

    /** The fields of a model of scalar or enum type. */
    List<ScalarField> plainScalars(Model model) {
        return model.scalarFields().stream()
                .filter(field -> isVisible(field) && !isComposite(field))
                .toList();
    }

    List<ScalarField> fields(CompositeType type) {
        return type.fields().stream().filter(Shapes::isVisible).toList();
    }

    List<RelationField> relations(Model model) {
        return model.relationFields().stream()
                .filter(field -> !field.isIgnored() && !field.relatedModel().isIgnored())
                .toList();
    }

    static boolean isVisible(ScalarField field) {
        return !field.isIgnored() && !field.isUnsupported();
    }

    static boolean isComposite(Field field) {
        return field instanceof ScalarField scalar && scalar.type() instanceof CompositeType;
    }

    static boolean isNumeric(ScalarField field) {
        return field.type() instanceof ScalarType type
                && (type == ScalarType.INT
                        || type == ScalarType.BIG_INT
                        || type == ScalarType.FLOAT
                        || type == ScalarType.DECIMAL);
    }

    /** Whether a smallest and a greatest value of the field exist. */
    static boolean isOrdered(ScalarField field) {
        return !field.isList() && !isComposite(field) && !field.is(ScalarType.JSON);
    }

    // Types by name.

    InputObject input(
            String name,
            InputObject.Meta meta,
            InputObject.Constraints constraints,
            Supplier<List<InputField>> fields) {
        return inputs.computeIfAbsent(name, n -> new InputObject(n, meta, constraints, fields));
    }

    OutputObject output(String name, boolean model, Supplier<List<OutputField>> fields) {
        return outputObjects.computeIfAbsent(name, n -> new OutputObject(n, model, fields));
    }

    EnumShape enumeration(String name, List<String> values) {
        return enums.computeIfAbsent("." + name, n -> new EnumShape(name, values, null));
    }

    EnumShape enumeration(EnumType type) {
        return enums.computeIfAbsent(
                type.name(),
                n -> new EnumShape(
                        n, type.values().stream().map(EnumValue::name).toList(), type));
    }

    InputType list(InputType element) {
        return lists.computeIfAbsent(element, InputType.ListOf::new);
    }

    /** A reference to a field of that type, or {@code List..} of that type. */
    FieldRefShape fieldRef(InputType allowed) {
        InputType element = allowed instanceof InputType.ListOf list ? list.element() : allowed;
        String name = (allowed.isList() ? "List" : "")
                + (element instanceof EnumShape ? "Enum" : "")
                + element.typeName()
                + "FieldRefInput";
        return fieldRefs.computeIfAbsent(
                name,
                n -> new FieldRefShape(
                        n,
                        allowed,
                        List.of(
                                InputField.required("_ref", ScalarShape.STRING),
                                InputField.required("_container", ScalarShape.STRING))));
    }

    /** The type of one value of a scalar or enum field. */
    InputType value(FieldType type) {
        if (type instanceof ScalarType scalar) {
            return ScalarShape.of(scalar);
        }
        if (type instanceof EnumType enumType) {
            return enumeration(enumType);
        }
        throw new IllegalArgumentException(type.text() + " is neither a scalar nor an enum");
    }

    /** The type of a field's value, a list for list fields. */
    InputType value(ScalarField field) {
        InputType one = value(field.type());
        return field.arity() == Arity.LIST ? list(one) : one;
    }

    EnumShape sortOrder() {
        return enumeration("SortOrder", List.of("asc", "desc"));
    }

    EnumShape queryMode() {
        return enumeration("QueryMode", List.of("default", "insensitive"));
    }

    EnumShape scalarFieldEnum(Model model) {
        return enumeration(
                capital(model.name()) + "ScalarFieldEnum",
                plainScalars(model).stream().map(Field::name).toList());
    }

    @Nullable
    EnumShape isolationLevels() {
        return capabilities.isolationLevels().isEmpty()
                ? null
                : enumeration("TransactionIsolationLevel", capabilities.isolationLevels());
    }

    /** A name with its first letter in upper case. */
    static String capital(String name) {
        return name.isEmpty()
                ? name
                : new StringBuilder()
                        .appendCodePoint(Character.toUpperCase(name.codePointAt(0)))
                        .append(name, Character.charCount(name.codePointAt(0)), name.length())
                        .toString();
    }
}
