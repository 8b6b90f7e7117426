package dev.prisma4j.schema.validate.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everything that the files declare besides configuration, in file order, then source order. */
public final class DraftSchema {
    /** Models and views. */
    public final List<DraftModel> models = new ArrayList<>();

    public final List<DraftEnum> enums = new ArrayList<>();
    public final List<DraftComposite> composites = new ArrayList<>();

    /** What a field's type can refer to; of several with one name, the last. */
    public final Map<String, DraftBlock> blocks = new HashMap<>();

    /** The relations, once the fields that belong together have been found. */
    public final List<DraftRelation> relations = new ArrayList<>();
}
