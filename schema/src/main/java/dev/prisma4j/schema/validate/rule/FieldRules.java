package dev.prisma4j.schema.validate.rule;

import dev.prisma4j.schema.database.Capability;
import dev.prisma4j.schema.database.Database;
import dev.prisma4j.schema.database.NativeTypeDefinition;
import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.model.Datasource;
import dev.prisma4j.schema.model.Provider;
import dev.prisma4j.schema.model.ScalarType;
import dev.prisma4j.schema.validate.config.Configuration;
import dev.prisma4j.schema.validate.draft.DraftField;
import dev.prisma4j.schema.validate.draft.DraftModel;
import dev.prisma4j.schema.validate.draft.DraftType;
import dev.prisma4j.schema.validate.message.ModelMessages;
import dev.prisma4j.schema.validate.message.NativeTypeMessages;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fields with a column: does the database have their type. */
final class FieldRules {
    private static final Pattern DATABASE_TYPE =
            Pattern.compile("\\s*(\\w+)\\s*(?:\\(\\s*(?:(\\d+)\\s*(?:,\\s*(\\d+)\\s*)?)?\\))?\\s*");

    private final Configuration configuration;
    private final Database database;
    private final Diagnostics diagnostics;

    FieldRules(Configuration configuration, Diagnostics diagnostics) {
        this.configuration = configuration;
        this.database = configuration.database();
        this.diagnostics = diagnostics;
    }

    void check(DraftField field) {
        if (field.type instanceof DraftType.Unsupported unsupported) {
            an_unsupported_type_is_not_supported(field, unsupported.databaseType());
        }
        the_scalar_type_is_supported(field);
        if (field.owner instanceof DraftModel) {
            lists_are_supported(field);
        }
        names_in_mongodb_are_possible(field);
    }

    private void the_scalar_type_is_supported(DraftField field) {
        ScalarType scalar = field.scalarType();
        if (scalar == ScalarType.JSON && !database.can(Capability.JSON)
                || scalar == ScalarType.DECIMAL && !database.can(Capability.DECIMAL)) {
            diagnostics.add(NativeTypeMessages.scalarNotSupported(field, database));
        }
        if (scalar == ScalarType.JSON && field.isList() && !database.can(Capability.JSON_LISTS)) {
            diagnostics.add(NativeTypeMessages.jsonListNotSupported(field, database));
        }
    }

    private void lists_are_supported(DraftField field) {
        if (field.isList() && field.isScalar() && !database.can(Capability.SCALAR_LISTS)) {
            diagnostics.add(NativeTypeMessages.listNotSupported(field, database));
        }
    }

    private void an_unsupported_type_is_not_supported(DraftField field, String written) {
        Matcher matcher = DATABASE_TYPE.matcher(written);
        if (!matcher.matches()) {
            return;
        }
        NativeTypeDefinition type =
                database.nativeTypes().named(matcher.group(1)).orElse(null);
        if (type == null) {
            return;
        }
        int given = matcher.group(2) == null ? 0 : matcher.group(3) == null ? 1 : 2;
        boolean fits = switch (type.parameters()) {
            case NONE -> given == 0;
            case NUMBER -> given == 1;
            case OPTIONAL_NUMBER, OPTIONAL_NUMBER_OR_MAX -> given <= 1;
            case OPTIONAL_PRECISION_AND_SCALE -> given != 1;
        };
        if (fits) {
            diagnostics.add(NativeTypeMessages.unsupportedThatIsSupported(field, written, better(type, matcher)));
        }
    }

    private String better(NativeTypeDefinition type, Matcher matcher) {
        Datasource datasource = configuration.datasource();
        String arguments = "";
        if (matcher.group(2) != null) {
            arguments = "(" + matcher.group(2) + (matcher.group(3) == null ? "" : ", " + matcher.group(3)) + ")";
        }
        return type.scalars().get(0).text() + " @" + (datasource == null ? "db" : datasource.name()) + "." + type.name()
                + arguments;
    }

    private void names_in_mongodb_are_possible(DraftField field) {
        if (database.provider() != Provider.MONGODB || field.mappedName == null) {
            return;
        }
        String name = field.mappedName.value();
        if (name.startsWith("$")) {
            diagnostics.add(ModelMessages.mongoFieldName(field.mappedName.span(), "$"));
        }
        if (name.indexOf('.') >= 0) {
            diagnostics.add(ModelMessages.mongoFieldName(field.mappedName.span(), "."));
        }
    }
}
