package dev.prisma4j.generator.shape;

import dev.prisma4j.generator.error.GenerateException;
import dev.prisma4j.generator.java.JavaNames;
import dev.prisma4j.generator.shape.ClientShape.Constant;
import dev.prisma4j.generator.shape.ClientShape.EnumShape;
import dev.prisma4j.generator.typedsql.SqlQuery;
import dev.prisma4j.schema.model.Annotations;
import dev.prisma4j.schema.model.CompositeType;
import dev.prisma4j.schema.model.EnumType;
import dev.prisma4j.schema.model.EnumValue;
import dev.prisma4j.schema.model.Field;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.NativeType;
import dev.prisma4j.schema.model.Relation;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.ScalarType;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.schema.model.UniqueCriterion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides the Java names and types of everything in a schema. Models and enums get their names first, so what is derived
 * from a model gives way: beside a model {@code UserWith} the result of including relations of {@code User} is {@code
 * UserWith_}.
 */
public final class ShapeBuilder {
    /** What the library's own types have as methods without arguments, or what record components would hide. */
    private static final Set<String> LIBRARY_MEMBERS =
            Set.of("count", "asMap", "scalars", "is", "isNot", "isNull", "isNotNull");

    /** What the client has as methods without arguments. */
    private static final Set<String> CLIENT_MEMBERS = Set.of(
            "create",
            "builder",
            "close",
            "async",
            "engine",
            "primary",
            "replica",
            "cache",
            "health",
            "self",
            "withDeleted");

    /** What generated code around a call of an enum has as variables, which Java would take for the enum. */
    private static final Set<String> VARIABLES = Set.of("row", "scalar", "value", "fields", "unique");

    private static final Set<String> CLIENT_TYPES = Set.of(
            "PrismaClient",
            "PrismaTransaction",
            "PrismaModels",
            "PrismaSchema",
            "PrismaSql",
            "PrismaAsync",
            "PrismaExtension");

    private final Schema schema;
    private final String packageName;
    private final List<SqlQuery> queries;
    private final Set<ScalarField> omitted;
    private final Map<@Nullable Model, List<String>> methods;
    private final Map<@Nullable Model, List<String>> computed;
    private final Set<String> types = new HashSet<>(CLIENT_TYPES);
    private final Set<String> lowerCaseTypes = new HashSet<>();
    private final Map<EnumType, EnumShape> enums = new LinkedHashMap<>();
    private final Map<Model, TypeNames> names = new LinkedHashMap<>();

    private ShapeBuilder(Schema schema, String packageName, List<SqlQuery> queries, Additions additions) {
        this.schema = schema;
        this.packageName = packageName;
        this.queries = queries;
        this.omitted = additions.omitted(schema);
        this.methods = additions.methods(schema);
        this.computed = additions.computed(schema);
        CLIENT_TYPES.forEach(type -> lowerCaseTypes.add(type.toLowerCase(Locale.ROOT)));
    }

    /** The client of a schema, with typed queries. */
    public static ClientShape build(Schema schema, String packageName, List<SqlQuery> queries, Additions additions) {
        return new ShapeBuilder(schema, packageName, queries, additions).client();
    }

    private ClientShape client() {
        List<String> problems = Annotations.problems(schema);
        if (!problems.isEmpty()) {
            throw new GenerateException(String.join("\n", problems));
        }
        List<Model> models =
                schema.models().stream().filter(model -> !model.isIgnored()).toList();
        Map<Model, String> records = new LinkedHashMap<>();
        models.forEach(model -> records.put(model, typeName(JavaNames.type(model.name()))));
        schema.enums().forEach(type -> enums.put(type, enumShape(type)));
        records.forEach((model, record) -> names.put(model, typeNames(model, record)));
        Map<Model, ModelShape> shapes = new LinkedHashMap<>();
        Set<String> accessors = new HashSet<>(CLIENT_MEMBERS);
        if (!queries.isEmpty()) {
            accessors.add("sql");
        }
        models.forEach(model -> shapes.put(model, modelShape(model, accessors)));
        return new ClientShape(
                schema,
                packageName,
                List.copyOf(shapes.values()),
                Map.copyOf(shapes),
                List.copyOf(enums.values()),
                Set.copyOf(types),
                List.copyOf(queries),
                methods.getOrDefault(null, List.of()));
    }

    private TypeNames typeNames(Model model, String record) {
        List<String> derived = TypeNames.SUFFIXES.stream()
                .map(suffix -> typeName(record + suffix))
                .toList();
        return TypeNames.of(model.name(), record, derived);
    }

    /** Free names only; also for file systems that do not tell upper from lower case. */
    private String typeName(String wish) {
        String name = wish;
        while (!lowerCaseTypes.add(name.toLowerCase(Locale.ROOT))) {
            name = name + "_";
        }
        types.add(name);
        return name;
    }

    private static String free(String wish, Set<String> taken) {
        String name = wish;
        while (!taken.add(name)) {
            name = name + "_";
        }
        return name;
    }

    private EnumShape enumShape(EnumType type) {
        Set<String> taken = new HashSet<>();
        List<Constant> constants = new ArrayList<>();
        for (EnumValue value : type.values()) {
            constants.add(new Constant(value, free(JavaNames.constant(value.name()), taken)));
        }
        String name = JavaNames.type(type.name());
        return new EnumShape(type, typeName(VARIABLES.contains(name) ? name + "_" : name), constants);
    }

    private ModelShape modelShape(Model model, Set<String> accessors) {
        List<ScalarShape> scalars = new ArrayList<>();
        List<RelationShape> relations = new ArrayList<>();
        Set<String> takenNames = new HashSet<>(usedByRecord(model));
        Set<String> takenMembers = new HashSet<>(LIBRARY_MEMBERS);
        for (Field field : model.fields()) {
            if (field.isIgnored()) {
                continue;
            }
            if (field instanceof ScalarField scalar && !scalar.isUnsupported()) {
                scalars.add(new ScalarShape(
                        scalar,
                        scalars.size(),
                        free(JavaNames.member(field.name()), takenNames),
                        free(JavaNames.member(field.name()), takenMembers),
                        javaType(scalar),
                        omitted.contains(scalar)));
            } else if (field instanceof RelationField relation) {
                TypeNames target = names.get(relation.relatedModel());
                if (target != null) {
                    relations.add(new RelationShape(
                            relation,
                            relations.size(),
                            free(JavaNames.member(field.name()), takenNames),
                            free(JavaNames.member(field.name()), takenMembers),
                            target));
                }
            }
        }
        if (scalars.stream().allMatch(ScalarShape::omitted)) {
            throw new GenerateException("The model " + model.name() + " has no field that a client could read.");
        }
        ModelShape.refuseMoreThanARecordHolds(model, scalars);
        TypeNames typeNames = names.get(model);
        if (typeNames == null) {
            throw new IllegalStateException("a model without names");
        }
        return new ModelShape(
                model,
                typeNames,
                free(JavaNames.member(JavaNames.uncapitalized(model.name())), accessors),
                scalars,
                relations,
                requirements(model, scalars, relations),
                keys(model, scalars),
                !model.isView() && model.scalarFields().stream().noneMatch(ShapeBuilder::isOutOfReach),
                methods.getOrDefault(model, List.of()),
                computed.getOrDefault(model, List.of()));
    }

    /** What a record with arrays says to compare them by content: a component of that name would hide it. */
    private Set<String> usedByRecord(Model model) {
        boolean hasArrays = model.scalarFields().stream().anyMatch(field -> field.is(ScalarType.BYTES));
        return !hasArrays ? Set.of() : Set.of(types.contains("Values") ? "dev" : "Values");
    }

    /** A field that a new row needs and clients cannot give. */
    private static boolean isOutOfReach(ScalarField field) {
        return field.isUnsupported()
                && field.isRequired()
                && field.defaultValue().isEmpty();
    }

    private List<Requirement> requirements(Model model, List<ScalarShape> scalars, List<RelationShape> relations) {
        List<Requirement> requirements = new ArrayList<>();
        Set<String> taken = new HashSet<>(types);
        for (ScalarField field : model.scalarFields()) {
            boolean visible = scalars.stream().anyMatch(scalar -> scalar.field() == field);
            boolean needed = field.isRequired() && field.defaultValue().isEmpty() && !field.isUpdatedAt();
            RelationField holder = onlyRelationOf(field, relations);
            if (!needed || !visible && holder == null) {
                continue;
            }
            String subject = holder == null ? field.name() : holder.name();
            String capitalized = JavaNames.capitalized(JavaNames.member(subject));
            requirements.add(new Requirement(
                    free("T" + capitalized, taken), free(capitalized + "Missing", taken), subject, field));
        }
        return requirements;
    }

    /** The relation whose whole foreign key is this field, if there is just one. */
    private static @Nullable RelationField onlyRelationOf(ScalarField field, List<RelationShape> relations) {
        List<RelationField> holders = new ArrayList<>();
        for (RelationShape relation : relations) {
            Relation.ForeignKey key = relation.field().relation().foreignKey();
            if (relation.field().holdsForeignKey()
                    && key != null
                    && key.fields().contains(field)) {
                holders.add(relation.field());
            }
        }
        if (holders.size() != 1) {
            return null;
        }
        Relation.ForeignKey key = holders.get(0).relation().foreignKey();
        return key != null && key.fields().size() == 1 ? holders.get(0) : null;
    }

    private static List<ModelShape.Key> keys(Model model, List<ScalarShape> scalars) {
        List<ModelShape.Key> keys = new ArrayList<>();
        Set<List<ScalarField>> known = new HashSet<>();
        Set<String> methods = new HashSet<>();
        List<UniqueCriterion> criteria = model.uniqueCriteria();
        for (int i = 0; i < criteria.size(); i++) {
            UniqueCriterion criterion = criteria.get(i);
            if (known.add(criterion.fields())) {
                List<ScalarShape> fields = criterion.fields().stream()
                        .map(field -> shapeOf(field, scalars))
                        .toList();
                keys.add(new ModelShape.Key(free(keyMethod(criterion, fields), methods), i, fields));
            }
        }
        return keys;
    }

    private static String keyMethod(UniqueCriterion criterion, List<ScalarShape> fields) {
        if (!criterion.isCompound()) {
            return fields.get(0).name();
        }
        if (criterion.givenName() != null) {
            return JavaNames.member(criterion.givenName());
        }
        StringBuilder method = new StringBuilder(fields.get(0).field().name());
        fields.subList(1, fields.size())
                .forEach(field ->
                        method.append(JavaNames.capitalized(field.field().name())));
        return JavaNames.member(method.toString());
    }

    private static ScalarShape shapeOf(ScalarField field, List<ScalarShape> scalars) {
        return scalars.stream()
                .filter(scalar -> scalar.field() == field)
                .findFirst()
                .orElseThrow();
    }

    private JavaType javaType(ScalarField field) {
        boolean list = field.isList();
        if (field.type() instanceof EnumType type) {
            EnumShape shape = enums.get(type);
            if (shape == null) {
                throw new IllegalStateException("an enum without a name");
            }
            return new JavaType(shape.name(), null, "String", "SortableField", null, true, list);
        }
        if (field.type() instanceof CompositeType) {
            throw new GenerateException("The field " + field
                    + " is of a composite type, which the Java client does not support yet. Mark it @ignore to"
                    + " leave it out.");
        }
        String nativeName = field.nativeType().map(NativeType::name).orElse("");
        ScalarType scalar = field.scalarType().orElseThrow();
        return switch (scalar) {
            case STRING ->
                nativeName.equals("Uuid")
                        ? new JavaType("java.util.UUID", null, "Uuid", "ComparableField", null, false, list)
                        : new JavaType("java.lang.String", null, "String", "StringField", null, false, list);
            case BOOLEAN -> new JavaType("java.lang.Boolean", "boolean", "Boolean", "SortableField", null, false, list);
            case INT -> new JavaType("java.lang.Integer", "int", "Int", "IntField", "IntChange", false, list);
            case BIG_INT -> new JavaType("java.lang.Long", "long", "Long", "LongField", "LongChange", false, list);
            case FLOAT ->
                new JavaType("java.lang.Double", "double", "Double", "DoubleField", "DoubleChange", false, list);
            case DECIMAL ->
                new JavaType("java.math.BigDecimal", null, "BigDecimal", "DecimalField", "DecimalChange", false, list);
            case DATE_TIME ->
                switch (nativeName) {
                    case "Date" ->
                        new JavaType("java.time.LocalDate", null, "LocalDate", "ComparableField", null, false, list);
                    case "Time", "Timetz" ->
                        new JavaType("java.time.LocalTime", null, "LocalTime", "ComparableField", null, false, list);
                    default -> new JavaType("java.time.Instant", null, "Instant", "ComparableField", null, false, list);
                };
            case JSON -> new JavaType("dev.prisma4j.engine.value.Json", null, "Json", "JsonField", null, false, list);
            case BYTES -> new JavaType("byte[]", null, "Bytes", "Field", null, false, list);
        };
    }
}
