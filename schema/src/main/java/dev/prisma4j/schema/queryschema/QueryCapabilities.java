package dev.prisma4j.schema.queryschema;

import dev.prisma4j.schema.model.Provider;
import dev.prisma4j.schema.model.Schema;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a database can do that shows in the query schema: one row per database, and the preview features on top. */
final class QueryCapabilities {
    private enum Can {
        SCALAR_LISTS,
        PUSH_TO_ENUM_LISTS,
        INSENSITIVE_FILTERS,
        NULLS_ORDER,
        CREATE_MANY,
        SKIP_DUPLICATES,
        WRITE_MANY_AND_RETURN,
        JSON_PATH_AS_ARRAY,
        JSON_PATH_AS_STRING,
        JSON_ARRAY_CONTAINS,
        JSON_COMPARISON,
        JSON_COMPARISON_WITH_FIELDS,
        TYPED_JSON_NULLS,
        FULL_TEXT_SEARCH,
        FULL_TEXT_SEARCH_AS_PREVIEW,
        RELATION_JOINS,
        UPDATE_OF_IDS,
        CREATE_MANY_WITH_AUTOINCREMENT,
        DISCONNECT_WITH_FILTER,
        UUID_FILTERS,
        UNDEFINED_VALUES,
        RAW_SQL,
        RAW_DOCUMENTS
    }

    private final Set<Can> can;
    private final List<String> isolationLevels;
    private final Set<String> previewFeatures;

    private QueryCapabilities(Set<Can> can, List<String> isolationLevels, Set<String> previewFeatures) {
        this.can = can;
        this.isolationLevels = isolationLevels;
        this.previewFeatures = previewFeatures;
    }

    static QueryCapabilities of(Schema schema) {
        Provider provider = schema.datasource().map(d -> d.provider()).orElse(null);
        if (provider == null) {
            return new QueryCapabilities(EnumSet.noneOf(Can.class), List.of(), schema.previewFeatures());
        }
        return new QueryCapabilities(row(provider), isolationLevels(provider), schema.previewFeatures());
    }

    private static Set<Can> row(Provider provider) {
        Set<Can> can = EnumSet.of(
                Can.NULLS_ORDER,
                Can.CREATE_MANY,
                Can.TYPED_JSON_NULLS,
                Can.UPDATE_OF_IDS,
                Can.CREATE_MANY_WITH_AUTOINCREMENT,
                Can.DISCONNECT_WITH_FILTER,
                Can.RAW_SQL);
        switch (provider) {
            case POSTGRESQL ->
                can.addAll(EnumSet.of(
                        Can.SCALAR_LISTS,
                        Can.PUSH_TO_ENUM_LISTS,
                        Can.INSENSITIVE_FILTERS,
                        Can.SKIP_DUPLICATES,
                        Can.WRITE_MANY_AND_RETURN,
                        Can.JSON_PATH_AS_ARRAY,
                        Can.JSON_ARRAY_CONTAINS,
                        Can.JSON_COMPARISON,
                        Can.JSON_COMPARISON_WITH_FIELDS,
                        Can.FULL_TEXT_SEARCH_AS_PREVIEW,
                        Can.RELATION_JOINS,
                        Can.UUID_FILTERS));
            case COCKROACHDB ->
                can.addAll(EnumSet.of(
                        Can.SCALAR_LISTS,
                        Can.INSENSITIVE_FILTERS,
                        Can.SKIP_DUPLICATES,
                        Can.WRITE_MANY_AND_RETURN,
                        Can.JSON_PATH_AS_ARRAY,
                        Can.JSON_ARRAY_CONTAINS,
                        Can.RELATION_JOINS,
                        Can.UUID_FILTERS));
            case MYSQL ->
                can.addAll(EnumSet.of(
                        Can.SKIP_DUPLICATES,
                        Can.JSON_PATH_AS_STRING,
                        Can.JSON_ARRAY_CONTAINS,
                        Can.JSON_COMPARISON,
                        Can.FULL_TEXT_SEARCH,
                        Can.RELATION_JOINS));
            case SQLITE -> can.addAll(EnumSet.of(Can.WRITE_MANY_AND_RETURN, Can.JSON_PATH_AS_STRING));
            case SQLSERVER -> can.remove(Can.CREATE_MANY_WITH_AUTOINCREMENT);
            case MONGODB -> {
                can.removeAll(EnumSet.of(
                        Can.NULLS_ORDER,
                        Can.TYPED_JSON_NULLS,
                        Can.UPDATE_OF_IDS,
                        Can.DISCONNECT_WITH_FILTER,
                        Can.RAW_SQL));
                can.addAll(EnumSet.of(
                        Can.SCALAR_LISTS,
                        Can.PUSH_TO_ENUM_LISTS,
                        Can.INSENSITIVE_FILTERS,
                        Can.UNDEFINED_VALUES,
                        Can.RAW_DOCUMENTS));
            }
        }
        return can;
    }

    private static List<String> isolationLevels(Provider provider) {
        return switch (provider) {
            case POSTGRESQL, MYSQL -> List.of("ReadUncommitted", "ReadCommitted", "RepeatableRead", "Serializable");
            case COCKROACHDB -> List.of("ReadCommitted", "Serializable");
            case SQLITE -> List.of("Serializable");
            case SQLSERVER -> List.of("ReadUncommitted", "ReadCommitted", "RepeatableRead", "Serializable", "Snapshot");
            case MONGODB -> List.of();
        };
    }

    /** The isolation levels of transactions; empty where none can be chosen. */
    List<String> isolationLevels() {
        return isolationLevels;
    }

    boolean hasScalarLists() {
        return can.contains(Can.SCALAR_LISTS);
    }

    boolean canPushToEnumLists() {
        return can.contains(Can.PUSH_TO_ENUM_LISTS);
    }

    boolean hasInsensitiveFilters() {
        return can.contains(Can.INSENSITIVE_FILTERS);
    }

    boolean canOrderNulls() {
        return can.contains(Can.NULLS_ORDER);
    }

    boolean canCreateMany() {
        return can.contains(Can.CREATE_MANY);
    }

    boolean canSkipDuplicates() {
        return can.contains(Can.SKIP_DUPLICATES);
    }

    boolean canReturnManyWritten() {
        return can.contains(Can.WRITE_MANY_AND_RETURN);
    }

    boolean filtersJson() {
        return can.contains(Can.JSON_PATH_AS_ARRAY) || can.contains(Can.JSON_PATH_AS_STRING);
    }

    boolean hasJsonPathAsArray() {
        return can.contains(Can.JSON_PATH_AS_ARRAY);
    }

    boolean canSearchJsonArrays() {
        return can.contains(Can.JSON_ARRAY_CONTAINS);
    }

    boolean canCompareJson() {
        return can.contains(Can.JSON_COMPARISON);
    }

    boolean canCompareJsonWithFields() {
        return can.contains(Can.JSON_COMPARISON_WITH_FIELDS);
    }

    /** Whether a database NULL and a JSON null are two things. */
    boolean hasTypedJsonNulls() {
        return can.contains(Can.TYPED_JSON_NULLS);
    }

    boolean hasFullTextSearch() {
        return can.contains(Can.FULL_TEXT_SEARCH)
                || can.contains(Can.FULL_TEXT_SEARCH_AS_PREVIEW)
                        && (previewFeatures.contains("fullTextSearchPostgres")
                                || previewFeatures.contains("fullTextSearch"));
    }

    boolean canJoinRelations() {
        return can.contains(Can.RELATION_JOINS) && previewFeatures.contains("relationJoins");
    }

    boolean canUpdateIds() {
        return can.contains(Can.UPDATE_OF_IDS);
    }

    boolean canCreateManyWithAutoincrement() {
        return can.contains(Can.CREATE_MANY_WITH_AUTOINCREMENT);
    }

    boolean canDisconnectWithFilter() {
        return can.contains(Can.DISCONNECT_WITH_FILTER);
    }

    boolean hasUuidFilters() {
        return can.contains(Can.UUID_FILTERS);
    }

    /** Whether an optional field may be absent, which is not the same as null. */
    boolean hasUndefinedValues() {
        return can.contains(Can.UNDEFINED_VALUES);
    }

    boolean hasRawSql() {
        return can.contains(Can.RAW_SQL);
    }

    boolean hasRawDocuments() {
        return can.contains(Can.RAW_DOCUMENTS);
    }
}
