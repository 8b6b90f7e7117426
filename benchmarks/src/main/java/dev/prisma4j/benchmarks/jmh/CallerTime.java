// Processor time of the measuring threads, beside JMH's wall time.
package dev.prisma4j.benchmarks.jmh;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Tells how long the processors worked for the callers themselves, per operation in microseconds: without a server, the
 * garbage collector, or whoever else uses the machine, but with what a round does to set itself up. On a busy machine it
 * is the number to trust.
 */
public final class CallerTime implements InternalProfiler {
    /** The name of the result. */
    public static final String RESULT = "caller.time";

    private long before;

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = MeasuringThreads.processorNanos();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        long operations = Math.max(1, result.getMetadata().getAllOps());
        double micros = (MeasuringThreads.processorNanos() - before) / 1e3 / operations;
        return List.of(new ScalarResult(RESULT, micros, "us/op", AggregationPolicy.AVG));
    }

    @Override
    public String getDescription() {
        return "Processor time of the measuring threads";
    }
}
