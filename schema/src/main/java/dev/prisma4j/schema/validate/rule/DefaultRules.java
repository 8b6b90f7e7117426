package dev.prisma4j.schema.validate.rule;

import dev.prisma4j.schema.database.Capability;
import dev.prisma4j.schema.database.Database;
import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.model.Provider;
import dev.prisma4j.schema.model.ScalarType;
import dev.prisma4j.schema.syntax.Argument;
import dev.prisma4j.schema.syntax.Expression;
import dev.prisma4j.schema.syntax.Identifier;
import dev.prisma4j.schema.validate.draft.DraftDefault;
import dev.prisma4j.schema.validate.draft.DraftField;
import dev.prisma4j.schema.validate.draft.DraftIndex;
import dev.prisma4j.schema.validate.draft.DraftModel;
import dev.prisma4j.schema.validate.message.DefaultMessages;
import dev.prisma4j.schema.validate.value.Expressions;
import dev.prisma4j.schema.validate.value.ScalarLiterals;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Defaults: can the literal be read, does the database have the function, is it allowed on this field. */
final class DefaultRules {
    private static final Set<String> EVERYWHERE =
            Set.of("autoincrement", "now", "uuid", "cuid", "ulid", "nanoid", "dbgenerated", "auto");
    private static final List<String> SEQUENCE_ARGUMENTS =
            List.of("virtual", "cache", "increment", "minValue", "maxValue", "start");

    private final Database database;
    private final Diagnostics diagnostics;
    private final Expressions expressions;

    DefaultRules(Database database, Diagnostics diagnostics) {
        this.database = database;
        this.diagnostics = diagnostics;
        this.expressions = new Expressions(diagnostics);
    }

    /** Holds for fields of models and of composite types. */
    void check(DraftField field) {
        DraftDefault value = field.defaultValue;
        if (value == null) {
            return;
        }
        literals_can_be_read(field, value.expression());
        the_function_is_known(value);
        if (field.owner instanceof DraftModel) {
            the_name_of_the_default_is_supported(value);
            autoincrement_fits(field, value);
            auto_fits(field, value);
        }
    }

    private void literals_can_be_read(DraftField field, Expression value) {
        ScalarType type = field.scalarType();
        if (type == null) {
            return;
        }
        for (Expression element : Expressions.elements(value)) {
            String expected = expected(type, element);
            if (expected != null) {
                diagnostics.add(DefaultMessages.malformed(element, type.text(), expected));
            }
        }
    }

    /** What should stand there instead of the literal, or null if it is good. */
    private static @Nullable String expected(ScalarType type, Expression value) {
        if (value instanceof Expression.NumberLiteral number) {
            boolean whole = type == ScalarType.INT || type == ScalarType.BIG_INT;
            return !whole || ScalarLiterals.integer(number.text()) != null
                    ? null
                    : "Write a whole number of at most 64 bits.";
        }
        if (!(value instanceof Expression.StringLiteral text)) {
            return null;
        }
        return switch (type) {
            case DATE_TIME ->
                ScalarLiterals.isDateTime(text.value()) ? null : "Write it like `\"2024-01-31T12:00:00Z\"`.";
            case BYTES -> ScalarLiterals.isBase64(text.value()) ? null : "Write the bytes in Base64, with padding.";
            case JSON ->
                ScalarLiterals.isJson(text.value()) ? null : "Write JSON, with escaped quotes: `\"{\\\"a\\\":1}\"`.";
            case DECIMAL -> ScalarLiterals.decimal(text.value()) != null ? null : "Write a number, for example `1.50`.";
            default -> null;
        };
    }

    private void the_function_is_known(DraftDefault value) {
        if (!(value.expression() instanceof Expression.FunctionCall call)) {
            return;
        }
        String name = call.name().text();
        if (name.equals("sequence") && database.can(Capability.SEQUENCES)) {
            sequence_arguments_are_known(call);
        } else if (name.equals("auto") && !database.can(Capability.AUTO)) {
            diagnostics.add(DefaultMessages.functionNotSupported(call.span(), name, database));
        } else if (!EVERYWHERE.contains(name)) {
            diagnostics.add(DefaultMessages.unknownFunction(name, call.span(), knownFunctions()));
        }
    }

    private List<String> knownFunctions() {
        List<String> known = new ArrayList<>();
        for (String name : List.of("autoincrement", "now", "uuid", "cuid", "ulid", "nanoid", "dbgenerated")) {
            if (!name.equals("autoincrement") || database.can(Capability.AUTO_INCREMENT)) {
                known.add(name);
            }
        }
        if (database.can(Capability.AUTO)) {
            known.add("auto");
        }
        if (database.can(Capability.SEQUENCES)) {
            known.add("sequence");
        }
        return known;
    }

    private void sequence_arguments_are_known(Expression.FunctionCall call) {
        for (Argument argument : call.arguments().arguments()) {
            Identifier name = argument.name();
            Expression value = argument.value();
            if (name == null || value == null || !SEQUENCE_ARGUMENTS.contains(name.text())) {
                diagnostics.add(DefaultMessages.unknownSequenceArgument(argument.span(), SEQUENCE_ARGUMENTS));
            } else if (name.text().equals("virtual")) {
                expressions.bool(value);
            } else {
                expressions.integer(value);
            }
        }
    }

    private void the_name_of_the_default_is_supported(DraftDefault value) {
        if (value.mappedName() != null && !database.can(Capability.NAMED_DEFAULTS)) {
            diagnostics.add(DefaultMessages.nameNotSupported(value.attribute(), database));
        }
    }

    private void autoincrement_fits(DraftField field, DraftDefault value) {
        if (!value.isFunction("autoincrement")) {
            return;
        }
        if (!database.can(Capability.AUTO_INCREMENT)) {
            diagnostics.add(DefaultMessages.autoincrementNotSupported(value.attribute(), database));
            return;
        }
        if (database.provider() == Provider.COCKROACHDB && field.scalarType() == ScalarType.INT) {
            diagnostics.add(DefaultMessages.autoincrementOnOtherThanBigInt(value.attribute()));
        }
        DraftModel model = field.model();
        if (model.isView()) {
            return;
        }
        boolean id = model.key != null
                && model.key.fields().size() == 1
                && model.key.fields().get(0).field() == field;
        if (!database.can(Capability.AUTO_INCREMENT_NON_ID) && !id) {
            diagnostics.add(DefaultMessages.autoincrementNotId(field, database));
        }
        if (!database.can(Capability.AUTO_INCREMENT_NON_INDEXED) && !isFirstOfKeyOrIndex(model, field)) {
            diagnostics.add(DefaultMessages.autoincrementNotIndexed(field, database));
        }
    }

    private static boolean isFirstOfKeyOrIndex(DraftModel model, DraftField field) {
        if (model.key != null
                && !model.key.fields().isEmpty()
                && model.key.fields().get(0).field() == field) {
            return true;
        }
        for (DraftIndex index : model.indexes) {
            if (!index.fields.isEmpty() && index.fields.get(0).root() == field) {
                return true;
            }
        }
        return false;
    }

    private void auto_fits(DraftField field, DraftDefault value) {
        if (database.provider() != Provider.MONGODB) {
            return;
        }
        if (value.isFunction("dbgenerated")) {
            diagnostics.add(DefaultMessages.dbgeneratedOnMongo(field));
        }
        if (value.isFunction("auto")) {
            if (field.nativeType == null || !field.nativeType.name().equals("ObjectId")) {
                diagnostics.add(DefaultMessages.autoNeedsObjectId(field));
            }
            boolean id = field.model().key != null
                    && field.model().key.fields().stream().anyMatch(f -> f.field() == field);
            if (!id) {
                diagnostics.add(DefaultMessages.autoNeedsId(field));
            }
        }
    }
}
