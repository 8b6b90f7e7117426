package dev.prisma4j.schema.database;

import dev.prisma4j.schema.model.Provider;
import dev.prisma4j.schema.model.ReferentialAction;
import dev.prisma4j.schema.model.RelationMode;
import java.util.EnumSet;
import java.util.List;

/** SQLite, as the schema language sees it. It has no native types and names may be as long as one likes. */
final class Sqlite {
    private static final int AS_LONG_AS_ONE_LIKES = 10_000;

    private Sqlite() {}

    static Database describe() {
        return new Database(
                Provider.SQLITE,
                "SQLite",
                EnumSet.of(
                        Capability.ENUMS,
                        Capability.JSON,
                        Capability.DECIMAL,
                        Capability.AUTO_INCREMENT,
                        Capability.COMPOUND_IDS,
                        Capability.PARTIAL_INDEXES,
                        Capability.IMPLICIT_MANY_TO_MANY,
                        Capability.REFERENCES_IN_ANY_ORDER,
                        Capability.FOREIGN_KEYS),
                AS_LONG_AS_ONE_LIKES,
                NativeTypes.builder().build(),
                EnumSet.of(IndexAlgorithm.BTREE),
                OperatorClasses.none(),
                EnumSet.allOf(ReferentialAction.class),
                EnumSet.of(ReferentialAction.CASCADE, ReferentialAction.RESTRICT, ReferentialAction.SET_NULL),
                List.of(RelationMode.FOREIGN_KEYS, RelationMode.PRISMA),
                EnumSet.of(NameScope.GLOBAL_INDEXES));
    }
}
