package dev.prisma4j.schema.database;

import static dev.prisma4j.schema.database.IndexAlgorithm.BRIN;
import static dev.prisma4j.schema.database.IndexAlgorithm.GIN;
import static dev.prisma4j.schema.database.IndexAlgorithm.GIST;
import static dev.prisma4j.schema.database.IndexAlgorithm.SP_GIST;

import dev.prisma4j.schema.model.ScalarType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** PostgreSQL's operator classes that a schema can name without {@code raw(..)}. Immutable. */
public final class OperatorClasses {
    private final List<OperatorClass> all;

    private OperatorClasses(List<OperatorClass> all) {
        this.all = List.copyOf(all);
    }

    static OperatorClasses none() {
        return new OperatorClasses(List.of());
    }

    static OperatorClasses ofPostgreSql() {
        List<OperatorClass> all = new ArrayList<>();
        all.add(new OperatorClass("InetOps", GIST, ScalarType.STRING, Set.of("Inet"), true));
        all.add(new OperatorClass("JsonbOps", GIN, ScalarType.JSON, Set.of("JsonB"), false));
        all.add(new OperatorClass("JsonbPathOps", GIN, ScalarType.JSON, Set.of("JsonB"), false));
        all.add(new OperatorClass("ArrayOps", GIN, null, Set.of(), false));
        all.add(new OperatorClass("InetOps", SP_GIST, ScalarType.STRING, Set.of("Inet"), true));
        all.add(new OperatorClass("TextOps", SP_GIST, ScalarType.STRING, Set.of("Text", "VarChar", "Char"), false));
        Brin brin = new Brin(all);
        brin.byDefault(ScalarType.STRING, Set.of("Text", "VarChar"), "Text", "Bloom", "MinMax");
        brin.byDefault(ScalarType.INT, Set.of("Integer"), "Int4", "Bloom", "MinMax", "MinMaxMulti");
        brin.byDefault(ScalarType.BIG_INT, Set.of("BigInt"), "Int8", "Bloom", "MinMax", "MinMaxMulti");
        brin.byDefault(ScalarType.FLOAT, Set.of("DoublePrecision"), "Float8", "Bloom", "MinMax", "MinMaxMulti");
        brin.byDefault(ScalarType.DECIMAL, Set.of("Decimal"), "Numeric", "Bloom", "MinMax", "MinMaxMulti");
        brin.byDefault(ScalarType.DATE_TIME, Set.of("Timestamp"), "Timestamp", "Bloom", "MinMax", "MinMaxMulti");
        brin.byDefault(ScalarType.BYTES, Set.of("ByteA"), "Bytea", "Bloom", "MinMax");
        brin.byName(ScalarType.INT, "SmallInt", "Int2", "Bloom", "MinMax", "MinMaxMulti");
        brin.byName(ScalarType.INT, "Oid", "Oid", "Bloom", "MinMax", "MinMaxMulti");
        brin.byName(ScalarType.FLOAT, "Real", "Float4", "Bloom", "MinMax", "MinMaxMulti");
        brin.byName(ScalarType.STRING, "Inet", "Inet", "Bloom", "Inclusion", "MinMax", "MinMaxMulti");
        brin.byName(ScalarType.STRING, "Char", "Bpchar", "Bloom", "MinMax");
        brin.byName(ScalarType.STRING, "Bit", "Bit", "MinMax");
        brin.byName(ScalarType.STRING, "VarBit", "VarBit", "MinMax");
        brin.byName(ScalarType.STRING, "Uuid", "Uuid", "Bloom", "MinMax", "MinMaxMulti");
        brin.byName(ScalarType.DATE_TIME, "Timestamptz", "TimestampTz", "Bloom", "MinMax", "MinMaxMulti");
        brin.byName(ScalarType.DATE_TIME, "Date", "Date", "Bloom", "MinMax", "MinMaxMulti");
        brin.byName(ScalarType.DATE_TIME, "Time", "Time", "Bloom", "MinMax", "MinMaxMulti");
        brin.byName(ScalarType.DATE_TIME, "Timetz", "TimeTz", "Bloom", "MinMax", "MinMaxMulti");
        return new OperatorClasses(all);
    }

    private record Brin(List<OperatorClass> all) {
        void byDefault(ScalarType scalar, Set<String> nativeTypes, String prefix, String... kinds) {
            add(scalar, nativeTypes, false, prefix, kinds);
        }

        void byName(ScalarType scalar, String nativeType, String prefix, String... kinds) {
            add(scalar, Set.of(nativeType), true, prefix, kinds);
        }

        private void add(ScalarType scalar, Set<String> nativeTypes, boolean needed, String prefix, String... kinds) {
            for (String kind : kinds) {
                all.add(new OperatorClass(prefix + kind + "Ops", BRIN, scalar, nativeTypes, needed));
            }
        }
    }

    /** {@return the class of that name for that algorithm} */
    public Optional<OperatorClass> find(String name, IndexAlgorithm algorithm) {
        return of(algorithm).filter(c -> c.name().equals(name)).findFirst();
    }

    /** {@return whether any algorithm of this database has a class of that name} */
    public boolean isKnown(String name) {
        return all.stream().anyMatch(c -> c.name().equals(name));
    }

    /** {@return the classes of that algorithm} */
    public Stream<OperatorClass> of(IndexAlgorithm algorithm) {
        return all.stream().filter(c -> c.algorithm() == algorithm);
    }

    /** {@return every name once} */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        all.forEach(c -> names.add(c.name()));
        return names;
    }
}
