package dev.prisma4j.schema.database;

import dev.prisma4j.schema.model.ReferentialAction;
import dev.prisma4j.schema.model.RelationMode;
import java.util.EnumSet;
import java.util.List;

/** The database of a schema that does not say which: only what nearly all have in common. */
final class UnknownDatabase {
    private static final int AS_LONG_AS_ONE_LIKES = 10_000;

    private UnknownDatabase() {}

    static Database describe() {
        return new Database(
                null,
                "a schema without a datasource",
                EnumSet.of(
                        Capability.ENUMS,
                        Capability.JSON,
                        Capability.AUTO_INCREMENT,
                        Capability.COMPOUND_IDS,
                        Capability.IMPLICIT_MANY_TO_MANY,
                        Capability.REFERENCES_IN_ANY_ORDER,
                        Capability.FOREIGN_KEYS),
                AS_LONG_AS_ONE_LIKES,
                NativeTypes.builder().build(),
                EnumSet.of(IndexAlgorithm.BTREE),
                OperatorClasses.none(),
                EnumSet.allOf(ReferentialAction.class),
                EnumSet.allOf(ReferentialAction.class),
                List.of(RelationMode.FOREIGN_KEYS, RelationMode.PRISMA),
                EnumSet.noneOf(NameScope.class));
    }
}
