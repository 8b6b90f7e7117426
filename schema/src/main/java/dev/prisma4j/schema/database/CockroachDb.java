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

import dev.prisma4j.schema.model.Provider;
import dev.prisma4j.schema.model.ReferentialAction;
import dev.prisma4j.schema.model.RelationMode;
import java.util.EnumSet;
import java.util.List;

/** CockroachDB, as the schema language sees it. */
final class CockroachDb {
    private CockroachDb() {}

    static Database describe() {
        return new Database(
                Provider.COCKROACHDB,
                "CockroachDB",
                EnumSet.of(
                        Capability.ENUMS,
                        Capability.JSON,
                        Capability.DECIMAL,
                        Capability.SCALAR_LISTS,
                        Capability.MULTI_SCHEMA,
                        Capability.AUTO_INCREMENT,
                        Capability.AUTO_INCREMENT_MULTIPLE,
                        Capability.AUTO_INCREMENT_NON_INDEXED,
                        Capability.AUTO_INCREMENT_NON_ID,
                        Capability.SEQUENCES,
                        Capability.COMPOUND_IDS,
                        Capability.NAMED_PRIMARY_KEYS,
                        Capability.NAMED_FOREIGN_KEYS,
                        Capability.PARTIAL_INDEXES,
                        Capability.IMPLICIT_MANY_TO_MANY,
                        Capability.REFERENCES_IN_ANY_ORDER,
                        Capability.FOREIGN_KEYS),
                63,
                nativeTypes(),
                EnumSet.of(IndexAlgorithm.BTREE, IndexAlgorithm.GIN),
                OperatorClasses.none(),
                EnumSet.allOf(ReferentialAction.class),
                EnumSet.of(
                        ReferentialAction.CASCADE,
                        ReferentialAction.RESTRICT,
                        ReferentialAction.NO_ACTION,
                        ReferentialAction.SET_NULL),
                List.of(RelationMode.FOREIGN_KEYS, RelationMode.PRISMA),
                EnumSet.of(NameScope.MODEL_KEYS));
    }

    private static NativeTypes nativeTypes() {
        return NativeTypes.builder()
                .type("Bit", OPTIONAL_NUMBER, STRING)
                .range(0, 1, Long.MAX_VALUE, "number of bits")
                .type("Bool", BOOLEAN)
                .type("Bytes", BYTES)
                .type("Char", OPTIONAL_NUMBER, STRING)
                .type("Date", DATE_TIME)
                .type("Decimal", OPTIONAL_PRECISION_AND_SCALE, DECIMAL)
                .range(0, 1, 1000, "precision")
                .type("Float4", FLOAT)
                .type("Float8", FLOAT)
                .type("Inet", STRING)
                .type("Int2", INT)
                .type("Int4", INT)
                .type("Int8", BIG_INT)
                .type("JsonB", JSON)
                .type("Oid", INT)
                .type("CatalogSingleChar", STRING)
                .type("String", OPTIONAL_NUMBER, STRING)
                .type("Time", OPTIONAL_NUMBER, DATE_TIME)
                .range(0, 0, 6, "number of digits after the seconds")
                .type("Timestamp", OPTIONAL_NUMBER, DATE_TIME)
                .range(0, 0, 6, "number of digits after the seconds")
                .type("Timestamptz", OPTIONAL_NUMBER, DATE_TIME)
                .range(0, 0, 6, "number of digits after the seconds")
                .type("Timetz", OPTIONAL_NUMBER, DATE_TIME)
                .range(0, 0, 6, "number of digits after the seconds")
                .type("Uuid", STRING)
                .type("VarBit", OPTIONAL_NUMBER, STRING)
                .range(0, 1, Long.MAX_VALUE, "number of bits")
                .build();
    }
}
