package dev.prisma4j.schema.dmmf;

import dev.prisma4j.schema.queryschema.EnumShape;
import dev.prisma4j.schema.queryschema.FieldRefShape;
import dev.prisma4j.schema.queryschema.InputField;
import dev.prisma4j.schema.queryschema.InputObject;
import dev.prisma4j.schema.queryschema.InputType;
import dev.prisma4j.schema.queryschema.OutputField;
import dev.prisma4j.schema.queryschema.OutputObject;
import dev.prisma4j.schema.queryschema.OutputType;
import dev.prisma4j.schema.queryschema.QuerySchema;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Every type of the query schema in the order of discovery, breadth first from the root: generators rely on the order,
 * since DMMF lists types in it.
 */
final class ReachableTypes {
    private final List<InputObject> inputs = new ArrayList<>();
    private final List<OutputObject> outputs = new ArrayList<>();
    private final List<EnumShape> enums = new ArrayList<>();
    private final List<FieldRefShape> fieldRefs = new ArrayList<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> queue = new ArrayDeque<>();

    private ReachableTypes() {}

    static ReachableTypes of(QuerySchema queries) {
        ReachableTypes types = new ReachableTypes();
        EnumShape isolation = queries.isolationLevels();
        if (isolation != null) {
            types.meet((InputType) isolation);
        }
        types.meet(queries.query());
        types.meet(queries.mutation());
        types.walk();
        return types;
    }

    List<InputObject> inputs() {
        return inputs;
    }

    List<OutputObject> outputs() {
        return outputs;
    }

    List<EnumShape> enums() {
        return enums;
    }

    List<FieldRefShape> fieldRefs() {
        return fieldRefs;
    }

    private void walk() {
        for (Object next = queue.poll(); next != null; next = queue.poll()) {
            if (next instanceof InputObject input) {
                input.fields().forEach(this::meetTypes);
            } else if (next instanceof OutputObject output) {
                for (OutputField field : output.fields()) {
                    field.arguments().forEach(this::meetTypes);
                    meet(field.type());
                }
            }
        }
    }

    private void meetTypes(InputField field) {
        field.types().forEach(this::meet);
    }

    private void meet(InputType type) {
        if (type instanceof InputType.ListOf list) {
            meet(list.element());
        } else if (type instanceof InputObject input && seen.add(input)) {
            inputs.add(input);
            queue.add(input);
        } else if (type instanceof EnumShape shape && seen.add(shape)) {
            enums.add(shape);
        } else if (type instanceof FieldRefShape ref && seen.add(ref)) {
            fieldRefs.add(ref);
        }
    }

    private void meet(OutputType type) {
        if (type instanceof OutputObject output && seen.add(output)) {
            outputs.add(output);
            queue.add(output);
        } else if (type instanceof EnumShape shape && seen.add(shape)) {
            enums.add(shape);
        }
    }
}
