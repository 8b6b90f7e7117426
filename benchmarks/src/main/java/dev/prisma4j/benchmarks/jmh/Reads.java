package dev.prisma4j.benchmarks.jmh;

import dev.prisma4j.benchmarks.data.Tables;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** Operations that read, by one caller. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class Reads {
    @Benchmark
    public Object findUnique(Contest contest) throws Exception {
        return contest.contender.findUnique(contest.next(Tables.USERS));
    }

    @Benchmark
    public Object findFirst(Contest contest) throws Exception {
        return contest.contender.findFirst("Chad", 20 + contest.next(40));
    }

    @Benchmark
    public List<?> page(Contest contest) throws Exception {
        return contest.contender.page(30, contest.next(100), 20);
    }

    @Benchmark
    public List<?> includeOneToMany(Contest contest) throws Exception {
        return contest.contender.usersWithPosts(contest.next(900), 100);
    }

    @Benchmark
    public List<?> includeTwoLevels(Contest contest) throws Exception {
        return contest.contender.usersWithDiscussions(contest.next(970), 30);
    }

    @Benchmark
    public List<?> includeManyToMany(Contest contest) throws Exception {
        return contest.contender.postsWithTags(contest.next(9_900), 100);
    }

    @Benchmark
    public List<?> selectThreeOfTwenty(Contest contest) throws Exception {
        return contest.contender.threeOfTwenty(500);
    }

    @Benchmark
    public long count(Contest contest) throws Exception {
        return contest.contender.count(20 + contest.next(50));
    }

    @Benchmark
    public List<?> groupBy(Contest contest) throws Exception {
        return contest.contender.groupBy();
    }
}
