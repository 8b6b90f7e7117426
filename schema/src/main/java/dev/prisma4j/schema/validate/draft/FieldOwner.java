package dev.prisma4j.schema.validate.draft;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A block with fields: a model, a view or a composite type. */
public sealed interface FieldOwner extends DraftBlock permits DraftModel, DraftComposite {

    /** {@return the fields in source order} */
    List<DraftField> fields();

    /** {@return the field of that name, or null} */
    @Nullable
    DraftField field(String name);
}
