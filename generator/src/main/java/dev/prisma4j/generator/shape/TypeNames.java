package dev.prisma4j.generator.shape;

import java.util.List;

/**
 * The names of the generated types around a model.
 *
 * @param model the model's name in the schema
 * @param record the record
 * @param with the result of an inclusion
 * @param pick the result of a selection
 * @param fields the fields in conditions, orders and projections
 * @param find a read
 * @param include the relations of an inclusion
 * @param select the fields of a selection
 * @param omit the fields that are left out
 * @param counts the result of counting relations
 * @param countSelect the relations that are counted
 * @param create the data of a new row
 * @param changes what the two kinds of updates share
 * @param update the changes of a row
 * @param updateMany the changes of many rows
 * @param unique the unique criteria
 * @param delegate the operations
 * @param type what the library knows of the model
 */
public record TypeNames(
        String model,
        String record,
        String with,
        String pick,
        String fields,
        String find,
        String include,
        String select,
        String omit,
        String counts,
        String countSelect,
        String create,
        String changes,
        String update,
        String updateMany,
        String unique,
        String delegate,
        String type) {
    /** What is appended to the record's name, in the order of the components from {@code with} on. */
    static final List<String> SUFFIXES = List.of(
            "With",
            "Pick",
            "Fields",
            "Find",
            "Include",
            "Select",
            "Omit",
            "Counts",
            "CountSelect",
            "Create",
            "Changes",
            "Update",
            "UpdateMany",
            "Unique",
            "Delegate",
            "Model");

    static TypeNames of(String model, String record, List<String> derived) {
        return new TypeNames(
                model,
                record,
                derived.get(0),
                derived.get(1),
                derived.get(2),
                derived.get(3),
                derived.get(4),
                derived.get(5),
                derived.get(6),
                derived.get(7),
                derived.get(8),
                derived.get(9),
                derived.get(10),
                derived.get(11),
                derived.get(12),
                derived.get(13),
                derived.get(14),
                derived.get(15));
    }
}
