package dev.prisma4j.benchmarks.jmh;

import dev.prisma4j.benchmarks.data.NewCustomer;
import dev.prisma4j.benchmarks.data.Tables;
import dev.prisma4j.benchmarks.data.Venue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Operations that write few rows. The tables go back to their start before each iteration. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class Writes {
    private int number;

    /** Takes back what was written. */
    @Setup(Level.Iteration)
    public void reset(Contest contest) throws Exception {
        Tables.reset(Stage.keeper(contest.venue, contest.library), Venue.of(contest.venue));
        number = Tables.CUSTOMERS;
    }

    private NewCustomer newCustomer() {
        return NewCustomer.of(++number);
    }

    @Benchmark
    public Object create(Contest contest) throws Exception {
        return contest.contender.create(newCustomer());
    }

    @Benchmark
    public Object createNested(Contest contest) throws Exception {
        NewCustomer customer = newCustomer();
        return contest.contender.createWithPurchases(customer, customer.tenPurchases());
    }

    @Benchmark
    public Object update(Contest contest) throws Exception {
        int id = contest.next(Tables.CUSTOMERS);
        return contest.contender.update(id, ++number % 1000);
    }

    /** Every other one exists already. */
    @Benchmark
    public Object upsert(Contest contest) throws Exception {
        int next = ++number;
        return contest.contender.upsert(NewCustomer.of(next % 2 == 0 ? next % Tables.CUSTOMERS + 1 : next));
    }

    @Benchmark
    public long updateMany(Contest contest) throws Exception {
        return contest.contender.updateMany(50, 1);
    }

    @Benchmark
    public int transactionOfFive(Contest contest) throws Exception {
        NewCustomer customer = newCustomer();
        var purchases = customer.tenPurchases();
        return contest.contender.fiveWrites(customer, purchases.get(0), purchases.get(1));
    }
}
