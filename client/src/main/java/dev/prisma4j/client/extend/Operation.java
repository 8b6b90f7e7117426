package dev.prisma4j.client.extend;

import java.util.Arrays;

/** The operations that interceptors can be put around, named as in Prisma. */
public enum Operation {
    FIND_UNIQUE("findUnique"),
    FIND_UNIQUE_ALL("findUniqueAll"),
    FIND_FIRST("findFirst"),
    FIND_MANY("findMany"),
    COUNT("count"),
    AGGREGATE("aggregate"),
    GROUP_BY("groupBy"),
    CREATE("create"),
    CREATE_MANY("createMany"),
    CREATE_MANY_AND_RETURN("createManyAndReturn"),
    UPDATE("update"),
    UPDATE_MANY("updateMany"),
    UPDATE_MANY_AND_RETURN("updateManyAndReturn"),
    UPDATE_EACH("updateEach"),
    UPSERT("upsert"),
    UPSERT_MANY("upsertMany"),
    DELETE("delete"),
    DELETE_MANY("deleteMany"),
    DELETE_MANY_AND_RETURN("deleteManyAndReturn"),
    QUERY_RAW("queryRaw"),
    EXECUTE_RAW("executeRaw");

    private final String text;

    Operation(String text) {
        this.text = text;
    }

    /** Prisma's name, for example {@code findMany}. */
    public String text() {
        return text;
    }

    /** The operation of that name. */
    public static Operation of(String text) {
        return Arrays.stream(values())
                .filter(operation -> operation.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no operation " + text + "."));
    }

    @Override
    public String toString() {
        return text;
    }
}
