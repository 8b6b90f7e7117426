package dev.prisma4j.benchmarks.jmh;

import dev.prisma4j.benchmarks.Contender;
import dev.prisma4j.benchmarks.Library;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Who does it, on which database. The names are those of {@link Library} and {@code Venue} in lower case. */
@State(Scope.Benchmark)
public class Contest {
    @Param({"sqlite", "postgresql"})
    public String venue = "";

    @Param({"jdbc", "prisma4j", "hibernate", "jooq", "jimmer", "mybatis", "ebean", "jdbi"})
    public String library = "";

    @SuppressWarnings("NullAway.Init") // JMH calls open() first
    Contender contender;

    private int number;

    /** Opens the library on its database, or finds it open. */
    @Setup(Level.Trial)
    public void open() throws Exception {
        contender = Stage.contender(venue, library, 2);
    }

    /** Goes round from 1 to the end. */
    int next(int last) {
        number = number >= last ? 1 : number + 1;
        return number;
    }
}
