package dev.prisma4j.migrate.introspect;

import dev.prisma4j.migrate.table.ForeignKey;
import dev.prisma4j.schema.model.Arity;
import dev.prisma4j.schema.model.Relation;
import org.jspecify.annotations.Nullable;

/**
 * A relation between two models.
 *
 * @param from the model with the key, or the first of a many-to-many relation
 * @param to the model it refers to
 * @param key the foreign key, or null for many-to-many
 * @param name its name
 * @param showsName whether the fields have to give the name
 * @param ambiguous whether there are others between the two, so that the names of its fields have to differ from theirs
 * @param known the key as the existing schema writes it, or null
 */
record RelationDraft(
        ModelDraft from,
        ModelDraft to,
        @Nullable ForeignKey key,
        String name,
        boolean showsName,
        boolean ambiguous,
        Relation.@Nullable ForeignKey known) {
    /**
     * A field on one side.
     *
     * @param relation the relation
     * @param forward whether it is the side with the key
     * @param name the field's name
     * @param type the model on the other side
     * @param arity one, perhaps one, or many
     * @param documentation a comment that was there, or null
     */
    record End(
            RelationDraft relation,
            boolean forward,
            String name,
            ModelDraft type,
            Arity arity,
            boolean ignored,
            @Nullable String documentation) {}

    boolean isSelfRelation() {
        return from == to;
    }
}
