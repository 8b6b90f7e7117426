package dev.prisma4j.schema.database;

import static dev.prisma4j.schema.model.ScalarType.BIG_INT;
import static dev.prisma4j.schema.model.ScalarType.BOOLEAN;
import static dev.prisma4j.schema.model.ScalarType.BYTES;
import static dev.prisma4j.schema.model.ScalarType.DATE_TIME;
import static dev.prisma4j.schema.model.ScalarType.FLOAT;
import static dev.prisma4j.schema.model.ScalarType.INT;
import static dev.prisma4j.schema.model.ScalarType.JSON;
import static dev.prisma4j.schema.model.ScalarType.STRING;

import dev.prisma4j.schema.model.Provider;
import dev.prisma4j.schema.model.ReferentialAction;
import dev.prisma4j.schema.model.RelationMode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** MongoDB, as the schema language sees it. */
final class MongoDb {
    private static final Set<ReferentialAction> ACTIONS = EnumSet.of(
            ReferentialAction.CASCADE,
            ReferentialAction.RESTRICT,
            ReferentialAction.NO_ACTION,
            ReferentialAction.SET_NULL);

    private MongoDb() {}

    static Database describe() {
        return new Database(
                Provider.MONGODB,
                "MongoDB",
                EnumSet.of(
                        Capability.ENUMS,
                        Capability.COMPOSITE_TYPES,
                        Capability.JSON,
                        Capability.JSON_LISTS,
                        Capability.SCALAR_LISTS,
                        Capability.AUTO,
                        Capability.FULL_TEXT_INDEXES,
                        Capability.SORT_IN_FULL_TEXT_INDEXES,
                        Capability.INDEXES_ON_COMPOSITES,
                        Capability.EMBEDDED_MANY_TO_MANY,
                        Capability.REFERENCES_IN_ANY_ORDER,
                        Capability.REFUSES_CASCADE_CYCLES),
                127,
                NativeTypes.builder()
                        .type("String", STRING)
                        .type("Double", FLOAT)
                        .type("BinData", BYTES)
                        .type("ObjectId", STRING, BYTES)
                        .type("Bool", BOOLEAN)
                        .type("Date", DATE_TIME)
                        .type("Int", INT)
                        .type("Timestamp", DATE_TIME)
                        .type("Long", INT, BIG_INT)
                        .type("Json", JSON)
                        .build(),
                EnumSet.of(IndexAlgorithm.BTREE),
                OperatorClasses.none(),
                ACTIONS,
                ACTIONS,
                List.of(RelationMode.PRISMA),
                EnumSet.of(NameScope.MODEL_INDEXES));
    }
}
