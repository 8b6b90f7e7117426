package dev.prisma4j.processor;

import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A record that was found to fit a model.
 *
 * @param record the record
 * @param model the model's record
 * @param fields the model's fields as the root of a query
 * @param parts the components in order
 */
record RecordShape(TypeElement record, DeclaredType model, DeclaredType fields, List<Part> parts) {

    /**
     * A component.
     *
     * @param type its type
     * @param member the method of the model's fields
     * @param wrapped what an {@code Optional} holds, or null
     * @param nested the record that a relation becomes, or null where its rows are read as they are
     */
    record Part(
            TypeMirror type,
            String member,
            @Nullable TypeMirror wrapped,
            @Nullable RecordShape nested) {}
}
