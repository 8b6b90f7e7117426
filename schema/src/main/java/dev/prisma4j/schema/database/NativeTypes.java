package dev.prisma4j.schema.database;

import dev.prisma4j.schema.database.NativeTypeDefinition.KeyUse;
import dev.prisma4j.schema.database.NativeTypeDefinition.ParameterCheck;
import dev.prisma4j.schema.database.NativeTypeDefinition.Parameters;
import dev.prisma4j.schema.model.ScalarType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The native types of one database, by name. Immutable. */
public final class NativeTypes {
    private final Map<String, NativeTypeDefinition> byName;

    private NativeTypes(Map<String, NativeTypeDefinition> byName) {
        this.byName = byName;
    }

    /** {@return the type of that name, letter case included} */
    public Optional<NativeTypeDefinition> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** {@return all types in the order of the documentation} */
    public Collection<NativeTypeDefinition> all() {
        return Collections.unmodifiableCollection(byName.values());
    }

    /** {@return the names of all types} */
    public Set<String> names() {
        return Collections.unmodifiableSet(byName.keySet());
    }

    static Builder builder() {
        return new Builder();
    }

    /** Reads like a table: a type a line. */
    static final class Builder {
        private final Map<String, NativeTypeDefinition> types = new LinkedHashMap<>();
        private String last = "";

        Builder type(String name, ScalarType... scalars) {
            return type(name, Parameters.NONE, scalars);
        }

        Builder type(String name, Parameters parameters, ScalarType... scalars) {
            types.put(name, new NativeTypeDefinition(name, List.of(scalars), parameters, List.of(), KeyUse.ANYWHERE));
            last = name;
            return this;
        }

        /** Sets the range of an argument of the type before. */
        Builder range(int argument, long minimum, long maximum, String meaning) {
            NativeTypeDefinition type = definition();
            List<ParameterCheck> checks = new ArrayList<>(type.checks());
            checks.add(new ParameterCheck(argument, minimum, maximum, meaning));
            types.put(last, new NativeTypeDefinition(last, type.scalars(), type.parameters(), checks, type.keyUse()));
            return this;
        }

        /** Says where the type before can be used. */
        Builder keys(KeyUse use) {
            NativeTypeDefinition type = definition();
            types.put(last, new NativeTypeDefinition(last, type.scalars(), type.parameters(), type.checks(), use));
            return this;
        }

        private NativeTypeDefinition definition() {
            NativeTypeDefinition type = types.get(last);
            if (type == null) {
                throw new IllegalStateException("no type before");
            }
            return type;
        }

        NativeTypes build() {
            return new NativeTypes(new LinkedHashMap<>(types));
        }
    }
}
