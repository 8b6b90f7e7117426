package dev.prisma4j.benchmarks;

import dev.prisma4j.benchmarks.blog.PrismaClient;
import dev.prisma4j.benchmarks.blog.User;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One row by its id: prisma4j against JDBC with one prepared statement that is held open, the limit on SQLite. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class FindUniqueBenchmark {
    private Connection connection;
    private PreparedStatement byId;
    private PrismaClient prisma;
    private int next;

    @Setup
    public void open() throws SQLException {
        connection = SqliteBlog.open("findUnique");
        byId = connection.prepareStatement(
                "SELECT \"id\", \"email\", \"username\", \"age\", \"isVerified\", \"createdAt\""
                        + " FROM \"User\" WHERE \"id\" = ? LIMIT 1");
        prisma = PrismaClient.builder().url(SqliteBlog.url("findUnique")).build();
    }

    @TearDown
    public void close() throws SQLException {
        prisma.close();
        byId.close();
        connection.close();
    }

    private int nextId() {
        next = next == SqliteBlog.USERS ? 1 : next + 1;
        return next;
    }

    @Benchmark
    public User jdbc() throws SQLException {
        byId.setInt(1, nextId());
        try (ResultSet row = byId.executeQuery()) {
            row.next();
            int age = row.getInt(4);
            return new User(
                    row.getInt(1),
                    row.getString(2),
                    row.getString(3),
                    row.wasNull() ? null : age,
                    row.getBoolean(5),
                    OffsetDateTime.parse(row.getString(6)).toInstant());
        }
    }

    @Benchmark
    public User prisma4j() {
        int id = nextId();
        return prisma.user().findUnique(u -> u.id(id)).orElseThrow();
    }
}
