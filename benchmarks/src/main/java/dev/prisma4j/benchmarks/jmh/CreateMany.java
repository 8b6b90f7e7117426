package dev.prisma4j.benchmarks.jmh;

import dev.prisma4j.benchmarks.data.NewEvent;
import dev.prisma4j.benchmarks.data.Tables;
import dev.prisma4j.benchmarks.data.Venue;
import java.util.List;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * New rows in large numbers. The table is emptied before every single call, which JMH takes out of the time; that is
 * honest here since a call takes milliseconds.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class CreateMany {
    @Param({"1000", "100000"})
    public int rows;

    private List<NewEvent> events = List.of();

    @Setup(Level.Trial)
    public void prepare() {
        events = NewEvent.list(rows);
    }

    /** Empties the table. */
    @Setup(Level.Invocation)
    public void empty(Contest contest) throws Exception {
        Tables.empty(Stage.keeper(contest.venue, contest.library), Venue.of(contest.venue));
    }

    @Benchmark
    public long createMany(Contest contest) throws Exception {
        return contest.contender.createMany(events);
    }
}
