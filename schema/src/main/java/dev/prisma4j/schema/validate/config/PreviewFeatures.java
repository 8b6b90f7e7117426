package dev.prisma4j.schema.validate.config;

import dev.prisma4j.schema.model.Provider;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The preview features there are and were. */
final class PreviewFeatures {
    /** What became of a preview feature. */
    enum State {
        ACTIVE,
        /** Always on; asking for it means nothing. */
        STABLE,
        /** Has another name on this database. */
        RENAMED,
        /** Was there in Prisma 5 or 6 and is gone. */
        DROPPED,
        UNKNOWN
    }

    /** Replaces {@code fullTextSearch}, which is stable on other databases. */
    static final String FULL_TEXT_SEARCH_ON_POSTGRESQL = "fullTextSearchPostgres";

    private static final List<String> ACTIVE = List.of(
            "nativeDistinct",
            "partialIndexes",
            "postgresqlExtensions",
            "relationJoins",
            "schemaEngineDriverAdapters",
            "shardKeys",
            "strictUndefinedChecks",
            "typedSql",
            "views");

    /** Accepted, but not offered. */
    private static final String HIDDEN = "reactNative";

    private static final Set<String> STABLE = lowerCase(
            "aggregateApi",
            "atomicNumberOperations",
            "clientExtensions",
            "cockroachdb",
            "connectOrCreate",
            "createMany",
            "dataProxy",
            "deno",
            "distinct",
            "driverAdapters",
            "extendedIndexes",
            "extendedWhereUnique",
            "fieldReference",
            "filterJson",
            "filteredRelationCount",
            "fullTextIndex",
            "fullTextSearch",
            "groupBy",
            "improvedQueryRaw",
            "interactiveTransactions",
            "jsonProtocol",
            "microsoftSqlServer",
            "middlewares",
            "mongoDb",
            "multiSchema",
            "namedConstraints",
            "nApi",
            "nativeTypes",
            "omitApi",
            "orderByAggregateGroup",
            "orderByNulls",
            "orderByRelation",
            "prismaSchemaFolder",
            "queryCompiler",
            "referentialActions",
            "referentialIntegrity",
            "selectRelationCount",
            "tracing",
            "transactionApi",
            "uncheckedScalarInputs");

    private static final Set<String> DROPPED = Set.of("metrics", FULL_TEXT_SEARCH_ON_POSTGRESQL);

    private PreviewFeatures() {}

    private static Set<String> lowerCase(String... names) {
        Set<String> lower = new HashSet<>();
        for (String name : names) {
            lower.add(name.toLowerCase(Locale.ROOT));
        }
        return Set.copyOf(lower);
    }

    static State state(String feature, @Nullable Provider provider) {
        boolean postgreSql = provider == Provider.POSTGRESQL;
        String canonical = canonical(feature);
        if (ACTIVE.contains(canonical) || canonical.equalsIgnoreCase(HIDDEN)) {
            return State.ACTIVE;
        }
        if (postgreSql && canonical.equals(FULL_TEXT_SEARCH_ON_POSTGRESQL)) {
            return State.ACTIVE;
        }
        if (postgreSql && canonical.equalsIgnoreCase("fullTextSearch")) {
            return State.RENAMED;
        }
        if (STABLE.contains(feature.toLowerCase(Locale.ROOT))) {
            return State.STABLE;
        }
        return DROPPED.contains(canonical) ? State.DROPPED : State.UNKNOWN;
    }

    /** {@return the usual spelling of a feature, whose letter case does not matter} */
    static String canonical(String feature) {
        for (String active : ACTIVE) {
            if (active.equalsIgnoreCase(feature)) {
                return active;
            }
        }
        return feature.equalsIgnoreCase(FULL_TEXT_SEARCH_ON_POSTGRESQL) ? FULL_TEXT_SEARCH_ON_POSTGRESQL : feature;
    }

    static List<String> offered(@Nullable Provider provider) {
        List<String> offered = new ArrayList<>(ACTIVE);
        if (provider == Provider.POSTGRESQL) {
            offered.add(FULL_TEXT_SEARCH_ON_POSTGRESQL);
        }
        return offered;
    }
}
