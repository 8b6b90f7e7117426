package dev.prisma4j.schema.queryschema;

import dev.prisma4j.schema.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * What a field at the root of the query schema does.
 *
 * @param action the action
 * @param model the model it works on, or null for raw commands on the database as a whole
 */
public record Operation(Action action, @Nullable Model model) {
    /** The actions, in the order of their names as generators receive them. */
    public enum Action {
        AGGREGATE("aggregate", "aggregate", ""),
        AGGREGATE_RAW("aggregateRaw", "aggregate", "Raw"),
        CREATE_MANY("createMany", "createMany", ""),
        CREATE_MANY_AND_RETURN("createManyAndReturn", "createMany", "AndReturn"),
        CREATE_ONE("createOne", "createOne", ""),
        DELETE_MANY("deleteMany", "deleteMany", ""),
        DELETE_ONE("deleteOne", "deleteOne", ""),
        EXECUTE_RAW("executeRaw", "executeRaw", ""),
        FIND_FIRST("findFirst", "findFirst", ""),
        FIND_FIRST_OR_THROW("findFirstOrThrow", "findFirst", "OrThrow"),
        FIND_MANY("findMany", "findMany", ""),
        FIND_RAW("findRaw", "find", "Raw"),
        FIND_UNIQUE("findUnique", "findUnique", ""),
        FIND_UNIQUE_OR_THROW("findUniqueOrThrow", "findUnique", "OrThrow"),
        GROUP_BY("groupBy", "groupBy", ""),
        QUERY_RAW("queryRaw", "queryRaw", ""),
        RUN_COMMAND_RAW("runCommandRaw", "runCommandRaw", ""),
        UPDATE_MANY("updateMany", "updateMany", ""),
        UPDATE_MANY_AND_RETURN("updateManyAndReturn", "updateMany", "AndReturn"),
        UPDATE_ONE("updateOne", "updateOne", ""),
        UPSERT_ONE("upsertOne", "upsertOne", "");

        private final String text;
        private final String prefix;
        private final String suffix;

        Action(String text, String prefix, String suffix) {
            this.text = text;
            this.prefix = prefix;
            this.suffix = suffix;
        }

        /** The action's name, for example {@code findMany}. */
        public String text() {
            return text;
        }

        /** The name of the root field for a model, for example {@code findFirstUserOrThrow}. */
        public String fieldName(@Nullable Model model) {
            return prefix + (model == null ? "" : model.name()) + suffix;
        }
    }
}
