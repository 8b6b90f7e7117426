package dev.prisma4j.benchmarks.jmh;

import dev.prisma4j.benchmarks.Contender;
import dev.prisma4j.benchmarks.data.Tables;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** Sixteen threads that read: mostly one row, now and then a hundred, sometimes related rows. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@Threads(16)
public class MixedReads {
    @Param({"sqlite", "postgresql"})
    public String venue = "";

    @Param({"jdbc", "prisma4j", "hibernate", "jooq", "jimmer", "mybatis", "ebean", "jdbi"})
    public String library = "";

    @SuppressWarnings("NullAway.Init") // JMH calls open() first
    private Contender contender;

    /** Opens the library with sixteen connections, or finds it open. */
    @Setup(Level.Trial)
    public void open() throws Exception {
        contender = Stage.contender(venue, library, 16);
    }

    @Benchmark
    public Object mixedReads() throws Exception {
        int dice = ThreadLocalRandom.current().nextInt(100);
        int id = 1 + ThreadLocalRandom.current().nextInt(Tables.USERS - 10);
        if (dice < 70) {
            return contender.findUnique(id);
        } else if (dice < 80) {
            return contender.findFirst("Chad", 20 + dice % 40);
        } else if (dice < 90) {
            return contender.findMany(100);
        } else if (dice < 95) {
            return contender.count(30);
        }
        return contender.usersWithPosts(id, 10);
    }
}
