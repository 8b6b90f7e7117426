package dev.prisma4j.schema.database;

import static dev.prisma4j.schema.database.NativeTypeDefinition.Parameters.NUMBER;
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

/** MySQL and MariaDB, as the schema language sees them. */
final class MySql {
    private MySql() {}

    static Database describe() {
        return new Database(
                Provider.MYSQL,
                "MySQL",
                EnumSet.of(
                        Capability.ENUMS,
                        Capability.JSON,
                        Capability.DECIMAL,
                        Capability.AUTO_INCREMENT,
                        Capability.AUTO_INCREMENT_NON_ID,
                        Capability.COMPOUND_IDS,
                        Capability.NAMED_FOREIGN_KEYS,
                        Capability.INDEX_LENGTH,
                        Capability.FULL_TEXT_INDEXES,
                        Capability.SEVERAL_FULL_TEXT_INDEXES,
                        Capability.SHARD_KEYS,
                        Capability.IMPLICIT_MANY_TO_MANY,
                        Capability.REFERENCES_IN_ANY_ORDER,
                        Capability.FOREIGN_KEYS),
                64,
                nativeTypes(),
                EnumSet.of(IndexAlgorithm.BTREE),
                OperatorClasses.none(),
                EnumSet.allOf(ReferentialAction.class),
                EnumSet.of(
                        ReferentialAction.CASCADE,
                        ReferentialAction.RESTRICT,
                        ReferentialAction.NO_ACTION,
                        ReferentialAction.SET_NULL),
                List.of(RelationMode.FOREIGN_KEYS, RelationMode.PRISMA),
                EnumSet.of(NameScope.GLOBAL_FOREIGN_KEYS, NameScope.MODEL_INDEXES));
    }

    private static NativeTypes nativeTypes() {
        return NativeTypes.builder()
                .type("Int", INT)
                .type("UnsignedInt", INT)
                .type("SmallInt", INT)
                .type("UnsignedSmallInt", INT)
                .type("TinyInt", BOOLEAN, INT)
                .type("UnsignedTinyInt", BOOLEAN, INT)
                .type("MediumInt", INT)
                .type("UnsignedMediumInt", INT)
                .type("BigInt", BIG_INT)
                .type("Decimal", OPTIONAL_PRECISION_AND_SCALE, DECIMAL)
                .range(0, 0, 65, "precision")
                .range(1, 0, 30, "scale")
                .type("UnsignedBigInt", BIG_INT)
                .type("Float", FLOAT)
                .type("Double", FLOAT)
                .type("Bit", NUMBER, BOOLEAN, BYTES)
                .range(0, 1, 64, "number of bits")
                .type("Char", NUMBER, STRING)
                .range(0, 0, 255, "length")
                .type("VarChar", NUMBER, STRING)
                .range(0, 0, 65_535, "length")
                .type("Binary", NUMBER, BYTES)
                .type("VarBinary", NUMBER, BYTES)
                .type("TinyBlob", BYTES)
                .keys(KeyUse.WITH_LENGTH)
                .type("Blob", BYTES)
                .keys(KeyUse.WITH_LENGTH)
                .type("MediumBlob", BYTES)
                .keys(KeyUse.WITH_LENGTH)
                .type("LongBlob", BYTES)
                .keys(KeyUse.WITH_LENGTH)
                .type("TinyText", STRING)
                .keys(KeyUse.WITH_LENGTH)
                .type("Text", STRING)
                .keys(KeyUse.WITH_LENGTH)
                .type("MediumText", STRING)
                .keys(KeyUse.WITH_LENGTH)
                .type("LongText", STRING)
                .keys(KeyUse.WITH_LENGTH)
                .type("Date", DATE_TIME)
                .type("Time", OPTIONAL_NUMBER, DATE_TIME)
                .type("DateTime", OPTIONAL_NUMBER, DATE_TIME)
                .type("Timestamp", OPTIONAL_NUMBER, DATE_TIME)
                .type("Year", INT)
                .type("Json", JSON)
                .build();
    }
}
