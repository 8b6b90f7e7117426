package dev.prisma4j.schema.database;

import static dev.prisma4j.schema.database.NativeTypeDefinition.Parameters.OPTIONAL_NUMBER;
import static dev.prisma4j.schema.database.NativeTypeDefinition.Parameters.OPTIONAL_PRECISION_AND_SCALE;
import static dev.prisma4j.schema.model.ScalarType.BIG_INT;
import static dev.prisma4j.schema.model.ScalarType.BOOLEAN;
import static dev.prisma4j.schema.model.ScalarType.BYTES;
import static dev.prisma4j.schema.model.ScalarType.DATE_TIME;
import static dev.prisma4j.schema.model.ScalarType.DECIMAL;
import static dev.prisma4j.schema.model.ScalarType.FLOAT;
import static dev.prisma4j.schema.model.ScalarType.INT;
import static dev.prisma4j.schema.model.ScalarType.JSON;
import static dev.prisma4j.schema.model.ScalarType.STRING;

import dev.prisma4j.schema.database.NativeTypeDefinition.KeyUse;
import dev.prisma4j.schema.model.Provider;
import dev.prisma4j.schema.model.ReferentialAction;
import dev.prisma4j.schema.model.RelationMode;
import java.util.EnumSet;
import java.util.List;

/** PostgreSQL, as the schema language sees it. */
final class PostgreSql {
    private PostgreSql() {}

    static Database describe() {
        return new Database(
                Provider.POSTGRESQL,
                "PostgreSQL",
                EnumSet.of(
                        Capability.ENUMS,
                        Capability.JSON,
                        Capability.JSON_LISTS,
                        Capability.DECIMAL,
                        Capability.SCALAR_LISTS,
                        Capability.MULTI_SCHEMA,
                        Capability.EXTENSIONS,
                        Capability.AUTO_INCREMENT,
                        Capability.AUTO_INCREMENT_MULTIPLE,
                        Capability.AUTO_INCREMENT_NON_INDEXED,
                        Capability.AUTO_INCREMENT_NON_ID,
                        Capability.COMPOUND_IDS,
                        Capability.NAMED_PRIMARY_KEYS,
                        Capability.NAMED_FOREIGN_KEYS,
                        Capability.PARTIAL_INDEXES,
                        Capability.OPERATOR_CLASSES,
                        Capability.IMPLICIT_MANY_TO_MANY,
                        Capability.REFERENCES_IN_ANY_ORDER,
                        Capability.SET_NULL_ON_REQUIRED,
                        Capability.FOREIGN_KEYS),
                63,
                nativeTypes(),
                EnumSet.allOf(IndexAlgorithm.class),
                OperatorClasses.ofPostgreSql(),
                EnumSet.allOf(ReferentialAction.class),
                EnumSet.of(ReferentialAction.CASCADE, ReferentialAction.RESTRICT, ReferentialAction.SET_NULL),
                List.of(RelationMode.FOREIGN_KEYS, RelationMode.PRISMA),
                EnumSet.of(NameScope.GLOBAL_KEYS_AND_INDEXES, NameScope.MODEL_KEYS));
    }

    private static NativeTypes nativeTypes() {
        return NativeTypes.builder()
                .type("SmallInt", INT)
                .type("Integer", INT)
                .type("BigInt", BIG_INT)
                .type("Decimal", OPTIONAL_PRECISION_AND_SCALE, DECIMAL)
                .range(0, 1, 1000, "precision")
                .type("Money", DECIMAL)
                .type("Inet", STRING)
                .type("Oid", INT)
                .type("Citext", STRING)
                .type("Real", FLOAT)
                .type("DoublePrecision", FLOAT)
                .type("VarChar", OPTIONAL_NUMBER, STRING)
                .type("Char", OPTIONAL_NUMBER, STRING)
                .type("Text", STRING)
                .type("ByteA", BYTES)
                .type("Timestamp", OPTIONAL_NUMBER, DATE_TIME)
                .range(0, 0, 6, "number of digits after the seconds")
                .type("Timestamptz", OPTIONAL_NUMBER, DATE_TIME)
                .range(0, 0, 6, "number of digits after the seconds")
                .type("Date", DATE_TIME)
                .type("Time", OPTIONAL_NUMBER, DATE_TIME)
                .range(0, 0, 6, "number of digits after the seconds")
                .type("Timetz", OPTIONAL_NUMBER, DATE_TIME)
                .range(0, 0, 6, "number of digits after the seconds")
                .type("Boolean", BOOLEAN)
                .type("Bit", OPTIONAL_NUMBER, STRING)
                .range(0, 1, Long.MAX_VALUE, "number of bits")
                .type("VarBit", OPTIONAL_NUMBER, STRING)
                .range(0, 1, Long.MAX_VALUE, "number of bits")
                .type("Uuid", STRING)
                .type("Xml", STRING)
                .keys(KeyUse.ONLY_ID)
                .type("Json", JSON)
                .type("JsonB", JSON)
                .build();
    }
}
