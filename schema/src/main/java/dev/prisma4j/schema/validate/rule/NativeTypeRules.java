package dev.prisma4j.schema.validate.rule;

import dev.prisma4j.schema.database.Database;
import dev.prisma4j.schema.database.NativeTypeDefinition;
import dev.prisma4j.schema.database.NativeTypeDefinition.ParameterCheck;
import dev.prisma4j.schema.database.NativeTypeDefinition.Parameters;
import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.model.NativeType;
import dev.prisma4j.schema.model.Provider;
import dev.prisma4j.schema.model.ScalarType;
import dev.prisma4j.schema.syntax.Argument;
import dev.prisma4j.schema.syntax.Attribute;
import dev.prisma4j.schema.syntax.Expression;
import dev.prisma4j.schema.validate.config.Configuration;
import dev.prisma4j.schema.validate.draft.DraftField;
import dev.prisma4j.schema.validate.message.NativeTypeMessages;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks native types and keeps what they mean in the fields. */
final class NativeTypeRules {
    private static final long MAXIMUM_ARGUMENT = 4_294_967_295L;
    /** Arguments of types that take {@code Max} too are smaller numbers in the reference. */
    private static final long MAXIMUM_BEFORE_MAX = 65_535;

    private final Configuration configuration;
    private final Database database;
    private final Diagnostics diagnostics;

    NativeTypeRules(Configuration configuration, Diagnostics diagnostics) {
        this.configuration = configuration;
        this.database = configuration.database();
        this.diagnostics = diagnostics;
    }

    /** Reads the native type of a field that has one. */
    void check(DraftField field) {
        Attribute attribute = field.nativeAttribute;
        ScalarType scalar = field.scalarType();
        if (attribute == null || scalar == null) {
            return;
        }
        String written = attribute.name().text();
        int dot = written.indexOf('.');
        String prefix = written.substring(0, dot);
        String name = written.substring(dot + 1);
        boolean otherPrefix = configuration.datasource() != null
                && !configuration.datasource().name().equals(prefix);
        if (otherPrefix && configuration.datasource() != null) {
            diagnostics.add(NativeTypeMessages.otherPrefix(
                    attribute, prefix, configuration.datasource().name(), name));
        }
        NativeTypeDefinition type = database.nativeTypes().named(name).orElse(null);
        if (type == null) {
            diagnostics.add(NativeTypeMessages.unknownType(attribute, name, database));
            return;
        }
        List<String> arguments = arguments(attribute, type);
        if (arguments == null) {
            return;
        }
        if (!type.stores(scalar)) {
            diagnostics.add(NativeTypeMessages.otherScalar(attribute, type, field));
            // Where it is used is checked all the same.
            field.nativeType = new NativeType(name, arguments);
            return;
        }
        field.nativeType = parsed(attribute, type, arguments);
        if (field.nativeType != null) {
            ranges(field, type, field.nativeType);
        }
    }

    private @Nullable List<String> arguments(Attribute attribute, NativeTypeDefinition type) {
        List<String> arguments = new ArrayList<>();
        for (Argument argument : attribute.argumentsOrNone()) {
            Expression value = argument.value();
            if (value != null) {
                arguments.add(value.span().text());
            }
        }
        Parameters parameters = type.parameters();
        int given = arguments.size();
        if (given < parameters.required() || given > parameters.required() + parameters.optional()) {
            diagnostics.add(NativeTypeMessages.argumentCount(attribute, type, given));
            return null;
        }
        return arguments;
    }

    private @Nullable NativeType parsed(Attribute attribute, NativeTypeDefinition type, List<String> arguments) {
        String given = String.join(", ", arguments);
        boolean good = switch (type.parameters()) {
            case NONE -> true;
            case NUMBER -> isNumber(arguments.get(0), MAXIMUM_ARGUMENT);
            case OPTIONAL_NUMBER -> arguments.isEmpty() || isNumber(arguments.get(0), MAXIMUM_ARGUMENT);
            case OPTIONAL_NUMBER_OR_MAX ->
                arguments.isEmpty()
                        || arguments.get(0).equalsIgnoreCase("max")
                        || isNumber(arguments.get(0), MAXIMUM_BEFORE_MAX);
            case OPTIONAL_PRECISION_AND_SCALE ->
                arguments.isEmpty()
                        || arguments.size() == 2
                                && isNumber(arguments.get(0), MAXIMUM_ARGUMENT)
                                && isNumber(arguments.get(1), MAXIMUM_ARGUMENT);
        };
        if (!good) {
            String wanted = switch (type.parameters()) {
                case OPTIONAL_NUMBER_OR_MAX -> "a whole number or `Max`";
                case OPTIONAL_PRECISION_AND_SCALE -> "two whole numbers, precision and scale";
                default -> "a whole number";
            };
            diagnostics.add(NativeTypeMessages.argumentExpected(attribute, wanted, given));
            return null;
        }
        return new NativeType(type.name(), arguments);
    }

    private static boolean isNumber(String text, long maximum) {
        if (text.isEmpty() || text.length() > 19) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.length() < 19 && Long.parseLong(text) <= maximum;
    }

    private void ranges(DraftField field, NativeTypeDefinition type, NativeType parsed) {
        Attribute attribute = field.nativeAttribute;
        List<String> arguments = parsed.arguments();
        if (attribute == null || arguments.isEmpty() || arguments.get(0).equalsIgnoreCase("max")) {
            return;
        }
        String text = type.name() + "(" + String.join(",", arguments) + ")";
        if (arguments.size() == 2 && Long.parseLong(arguments.get(1)) > Long.parseLong(arguments.get(0))) {
            diagnostics.add(NativeTypeMessages.scaleAbovePrecision(attribute.span(), text));
            return;
        }
        for (ParameterCheck check : type.checks()) {
            long value = Long.parseLong(arguments.get(check.argument()));
            if (value < check.minimum() || value > check.maximum()) {
                diagnostics.add(NativeTypeMessages.outOfRange(
                        attribute.span(), text, check.meaning(), check.minimum(), check.maximum()));
                return;
            }
        }
        boolean bitOfMySql =
                database.provider() == Provider.MYSQL && type.name().equals("Bit");
        if (bitOfMySql && field.scalarType() == ScalarType.BOOLEAN && Long.parseLong(arguments.get(0)) > 1) {
            diagnostics.add(NativeTypeMessages.bitsOfBoolean(attribute.span()));
        }
    }
}
