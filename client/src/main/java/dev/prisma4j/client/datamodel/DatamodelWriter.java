package dev.prisma4j.client.datamodel;

import dev.prisma4j.schema.model.Annotations;
import dev.prisma4j.schema.model.CompositeType;
import dev.prisma4j.schema.model.ConfigValue;
import dev.prisma4j.schema.model.Datasource;
import dev.prisma4j.schema.model.DefaultValue;
import dev.prisma4j.schema.model.EnumType;
import dev.prisma4j.schema.model.EnumValue;
import dev.prisma4j.schema.model.Field;
import dev.prisma4j.schema.model.FieldType;
import dev.prisma4j.schema.model.Index;
import dev.prisma4j.schema.model.IndexField;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.NativeType;
import dev.prisma4j.schema.model.PrimaryKey;
import dev.prisma4j.schema.model.Relation;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.ScalarType;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.schema.model.UnsupportedType;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a schema as the text that {@link DatamodelReader} reads. What programs do not need while they run is left out:
 * comments but for annotations, generators, the conditions of partial indexes.
 */
public final class DatamodelWriter {
    private final List<String> lines = new ArrayList<>();

    private DatamodelWriter() {}

    /** The text, one line per thing. */
    public static List<String> write(Schema schema) {
        DatamodelWriter writer = new DatamodelWriter();
        schema.datasource().ifPresent(writer::datasource);
        schema.enums().forEach(writer::enumType);
        schema.compositeTypes().forEach(type -> writer.add(Line.of().add("T").add(type.name())));
        schema.compositeTypes().forEach(writer::compositeFields);
        schema.models().forEach(writer::model);
        schema.models().forEach(writer::keys);
        schema.relations().forEach(writer::relation);
        return List.copyOf(writer.lines);
    }

    private void add(Line line) {
        lines.add(line.toString());
    }

    private void datasource(Datasource datasource) {
        Line line = Line.of()
                .add("D")
                .add(datasource.name())
                .add(datasource.provider().text())
                .add(datasource.relationMode().name())
                .addAll(datasource.schemas());
        ConfigValue url = datasource.url();
        if (url instanceof ConfigValue.Env env) {
            line.add("env").add(env.variable());
        } else if (url instanceof ConfigValue.Text text) {
            line.add("text").add(text.value());
        } else {
            line.add("none");
        }
        line.add(folder(datasource.sourceFile()));
        add(line);
    }

    /** The schema's folder, where its {@code .env} is and relative paths start; empty where it is outside of the project. */
    private static String folder(String sourceFile) {
        int end = sourceFile.replace('\\', '/').lastIndexOf('/');
        boolean outside = sourceFile.startsWith("..") || Path.of(sourceFile).isAbsolute();
        return end < 0 || outside ? "" : sourceFile.substring(0, end).replace('\\', '/');
    }

    private void enumType(EnumType type) {
        Line line = Line.of()
                .add("E")
                .add(type.name())
                .add(type.mappedName())
                .add(type.namespace())
                .add(type.values().size());
        for (EnumValue value : type.values()) {
            line.add(value.name()).add(value.mappedName());
        }
        add(line);
    }

    private void compositeFields(CompositeType type) {
        add(Line.of().add("C").add(type.name()));
        type.fields().forEach(this::scalar);
    }

    private void model(Model model) {
        add(Line.of()
                .add("M")
                .add(model.name())
                .add(model.mappedName())
                .add(model.namespace())
                .add(model.isView())
                .add(model.isIgnored()));
        for (Field field : model.fields()) {
            if (field instanceof ScalarField scalar) {
                scalar(scalar);
            } else {
                add(Line.of()
                        .add("R")
                        .add(field.name())
                        .add(field.arity().name())
                        .add(field.isIgnored()));
            }
        }
    }

    private void scalar(ScalarField field) {
        Line line = Line.of()
                .add("F")
                .add(field.name())
                .add(kind(field.type()))
                .add(
                        field.type() instanceof UnsupportedType raw
                                ? raw.databaseType()
                                : field.type().text())
                .add(field.arity().name())
                .add(field.isIgnored())
                .add(field.mappedName())
                .add(field.isUpdatedAt());
        NativeType nativeType = field.nativeType().orElse(null);
        line.add(nativeType == null ? null : nativeType.name());
        if (nativeType != null) {
            line.addAll(nativeType.arguments());
        }
        line.add(field.defaultValue().isPresent());
        field.defaultValue().ifPresent(value -> defaultValue(line, value));
        line.addAll(Annotations.of(field.documentation()));
        add(line);
    }

    private static String kind(FieldType type) {
        if (type instanceof ScalarType scalar) {
            return "s" + scalar.name();
        }
        return type instanceof EnumType ? "e" : type instanceof CompositeType ? "c" : "u";
    }

    private static void defaultValue(Line line, DefaultValue value) {
        line.add(value.constraintName());
        if (value instanceof DefaultValue.Literal literal) {
            value(line.add("one"), literal.value());
        } else if (value instanceof DefaultValue.ListLiteral list) {
            line.add("list").add(list.values().size());
            list.values().forEach(element -> value(line, element));
        } else if (value instanceof DefaultValue.Function function) {
            line.add("function").add(function.name()).add(function.arguments().size());
            for (DefaultValue.Function.Argument argument : function.arguments()) {
                value(line.add(argument.name()), argument.value());
            }
        }
    }

    private static void value(Line line, Object value) {
        if (value instanceof Long number) {
            line.add("l").add(number.toString());
        } else if (value instanceof BigDecimal number) {
            line.add("d").add(number.toString());
        } else if (value instanceof Boolean flag) {
            line.add("b").add(flag);
        } else if (value instanceof EnumValue constant) {
            line.add("e").add(constant.name());
        } else {
            line.add("s").add((String) value);
        }
    }

    private void keys(Model model) {
        add(Line.of().add("K").add(model.name()));
        model.primaryKey().ifPresent(this::primaryKey);
        model.indexes().forEach(this::index);
        if (!model.shardKey().isEmpty()) {
            add(Line.of().add("S").addAll(names(model.shardKey())));
        }
    }

    private void primaryKey(PrimaryKey key) {
        add(Line.of()
                .add("P")
                .add(key.name())
                .add(key.constraintName())
                .add(key.mappedName())
                .add(key.onField())
                .addAll(indexFields(key.fields())));
    }

    private void index(Index index) {
        boolean simple = index.fields().stream().allMatch(field -> field.path().size() == 1);
        if (index.predicate() != null || !simple) {
            return;
        }
        add(Line.of()
                .add("I")
                .add(index.kind().name())
                .add(index.name())
                .add(index.databaseName())
                .add(index.mappedName())
                .add(index.onField())
                .addAll(indexFields(index.fields())));
    }

    private void relation(Relation relation) {
        Line line = Line.of()
                .add("X")
                .add(relation.name())
                .add(relation.hasExplicitName())
                .add(relation.fieldA().model().name())
                .add(relation.fieldA().name())
                .add(relation.fieldB().model().name())
                .add(relation.fieldB().name());
        Relation.ForeignKey key = relation.foreignKey();
        line.add(key != null);
        if (key != null) {
            RelationField holder = key.field();
            line.add(holder == relation.fieldA())
                    .addAll(names(key.fields()))
                    .addAll(names(key.references()))
                    .add(key.onDelete().name())
                    .add(key.onUpdate().name())
                    .add(
                            key.explicitOnDelete() == null
                                    ? null
                                    : key.explicitOnDelete().name())
                    .add(
                            key.explicitOnUpdate() == null
                                    ? null
                                    : key.explicitOnUpdate().name())
                    .add(key.constraintName())
                    .add(key.mappedName());
        }
        add(line);
    }

    private static List<String> indexFields(List<IndexField> fields) {
        return fields.stream().map(field -> field.field().name()).toList();
    }

    private static List<String> names(List<ScalarField> fields) {
        return fields.stream().map(Field::name).toList();
    }
}
