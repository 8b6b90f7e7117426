package dev.prisma4j.schema.database;

import dev.prisma4j.schema.model.Provider;
import dev.prisma4j.schema.model.ReferentialAction;
import dev.prisma4j.schema.model.RelationMode;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one kind of database can do, as the schema language sees it.
 *
 * @param provider the kind of database; null for a schema that does not say which
 * @param displayName its name in messages
 * @param capabilities what it can do
 * @param maximumNameLength the longest name of a constraint or index in bytes
 * @param nativeTypes its column types
 * @param indexAlgorithms the values of {@code type:} on {@code @@index}; empty where there is no choice
 * @param operatorClasses the values of {@code ops:}
 * @param actions the referential actions of its foreign keys
 * @param emulatedActions the referential actions under {@code relationMode = "prisma"}
 * @param relationModes the relation modes, the default first
 * @param nameScopes where the names of constraints must be unique
 */
public record Database(
        @Nullable Provider provider,
        String displayName,
        Set<Capability> capabilities,
        int maximumNameLength,
        NativeTypes nativeTypes,
        Set<IndexAlgorithm> indexAlgorithms,
        OperatorClasses operatorClasses,
        Set<ReferentialAction> actions,
        Set<ReferentialAction> emulatedActions,
        List<RelationMode> relationModes,
        Set<NameScope> nameScopes) {
    public Database {
        capabilities = Set.copyOf(capabilities);
        indexAlgorithms = copy(indexAlgorithms);
        actions = Collections.unmodifiableSet(EnumSet.copyOf(actions));
        emulatedActions = Collections.unmodifiableSet(EnumSet.copyOf(emulatedActions));
        relationModes = List.copyOf(relationModes);
        nameScopes = Set.copyOf(nameScopes);
    }

    private static Set<IndexAlgorithm> copy(Set<IndexAlgorithm> algorithms) {
        return algorithms.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(algorithms));
    }

    /** {@return whether it can do that} */
    public boolean can(Capability capability) {
        return capabilities.contains(capability);
    }

    /** {@return the referential actions under that relation mode} */
    public Set<ReferentialAction> actions(RelationMode mode) {
        return mode == RelationMode.PRISMA ? emulatedActions : actions;
    }

    /** {@return the relation mode of a datasource that says none} */
    public RelationMode defaultRelationMode() {
        return relationModes.get(0);
    }

    /** {@return how constraints are named where the schema does not} */
    public ConstraintNames constraintNames() {
        return new ConstraintNames(maximumNameLength);
    }
}
