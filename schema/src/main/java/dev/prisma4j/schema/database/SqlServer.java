package dev.prisma4j.schema.database;

import static dev.prisma4j.schema.database.NativeTypeDefinition.Parameters.OPTIONAL_NUMBER;
import static dev.prisma4j.schema.database.NativeTypeDefinition.Parameters.OPTIONAL_NUMBER_OR_MAX;
import static dev.prisma4j.schema.database.NativeTypeDefinition.Parameters.OPTIONAL_PRECISION_AND_SCALE;
import static dev.prisma4j.schema.model.ScalarType.BIG_INT;
import static dev.prisma4j.schema.model.ScalarType.BOOLEAN;
import static dev.prisma4j.schema.model.ScalarType.BYTES;
import static dev.prisma4j.schema.model.ScalarType.DATE_TIME;
import static dev.prisma4j.schema.model.ScalarType.DECIMAL;
import static dev.prisma4j.schema.model.ScalarType.FLOAT;
import static dev.prisma4j.schema.model.ScalarType.INT;
import static dev.prisma4j.schema.model.ScalarType.STRING;

import dev.prisma4j.schema.database.NativeTypeDefinition.KeyUse;
import dev.prisma4j.schema.model.Provider;
import dev.prisma4j.schema.model.ReferentialAction;
import dev.prisma4j.schema.model.RelationMode;
import java.util.EnumSet;
import java.util.List;

/** SQL Server, as the schema language sees it. */
final class SqlServer {
    private SqlServer() {}

    static Database describe() {
        return new Database(
                Provider.SQLSERVER,
                "SQL Server",
                EnumSet.of(
                        Capability.DECIMAL,
                        Capability.MULTI_SCHEMA,
                        Capability.AUTO_INCREMENT,
                        Capability.AUTO_INCREMENT_MULTIPLE,
                        Capability.AUTO_INCREMENT_NON_INDEXED,
                        Capability.AUTO_INCREMENT_NON_ID,
                        Capability.COMPOUND_IDS,
                        Capability.NAMED_PRIMARY_KEYS,
                        Capability.NAMED_FOREIGN_KEYS,
                        Capability.NAMED_DEFAULTS,
                        Capability.SORT_IN_KEYS,
                        Capability.CLUSTERED_INDEXES,
                        Capability.PARTIAL_INDEXES,
                        Capability.IMPLICIT_MANY_TO_MANY,
                        Capability.REFUSES_CASCADE_CYCLES,
                        Capability.FOREIGN_KEYS),
                128,
                nativeTypes(),
                EnumSet.of(IndexAlgorithm.BTREE),
                OperatorClasses.none(),
                EnumSet.of(
                        ReferentialAction.CASCADE,
                        ReferentialAction.NO_ACTION,
                        ReferentialAction.SET_NULL,
                        ReferentialAction.SET_DEFAULT),
                EnumSet.of(
                        ReferentialAction.CASCADE,
                        ReferentialAction.RESTRICT,
                        ReferentialAction.NO_ACTION,
                        ReferentialAction.SET_NULL),
                List.of(RelationMode.FOREIGN_KEYS, RelationMode.PRISMA),
                EnumSet.of(NameScope.GLOBAL_KEYS_AND_DEFAULTS, NameScope.MODEL_KEYS_AND_INDEXES));
    }

    private static NativeTypes nativeTypes() {
        return NativeTypes.builder()
                .type("TinyInt", INT)
                .type("SmallInt", INT)
                .type("Int", INT)
                .type("BigInt", BIG_INT)
                .type("Decimal", OPTIONAL_PRECISION_AND_SCALE, DECIMAL)
                .range(0, 1, 38, "precision")
                .range(1, 0, 38, "scale")
                .type("Money", FLOAT)
                .type("SmallMoney", FLOAT)
                .type("Bit", BOOLEAN, INT)
                .type("Float", OPTIONAL_NUMBER, FLOAT)
                .range(0, 1, 53, "number of bits")
                .type("Real", FLOAT)
                .type("Date", DATE_TIME)
                .type("Time", DATE_TIME)
                .type("DateTime", DATE_TIME)
                .type("DateTime2", DATE_TIME)
                .type("DateTimeOffset", DATE_TIME)
                .type("SmallDateTime", DATE_TIME)
                .type("Char", OPTIONAL_NUMBER, STRING)
                .range(0, 0, 8000, "length")
                .type("NChar", OPTIONAL_NUMBER, STRING)
                .range(0, 0, 4000, "length")
                .type("VarChar", OPTIONAL_NUMBER_OR_MAX, STRING)
                .range(0, 0, 8000, "length")
                .type("Text", STRING)
                .keys(KeyUse.NOWHERE)
                .type("NVarChar", OPTIONAL_NUMBER_OR_MAX, STRING)
                .range(0, 0, 4000, "length")
                .type("NText", STRING)
                .keys(KeyUse.NOWHERE)
                .type("Binary", OPTIONAL_NUMBER, BYTES)
                .range(0, 0, 8000, "length")
                .type("VarBinary", OPTIONAL_NUMBER_OR_MAX, BYTES)
                .range(0, 0, 8000, "length")
                .type("Image", BYTES)
                .keys(KeyUse.NOWHERE)
                .type("Xml", STRING)
                .keys(KeyUse.NOWHERE)
                .type("UniqueIdentifier", STRING)
                .build();
    }
}
