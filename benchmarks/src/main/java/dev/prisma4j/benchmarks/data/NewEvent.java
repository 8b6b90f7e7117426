package dev.prisma4j.benchmarks.data;

import java.util.List;
import java.util.stream.IntStream;

/** An event to be made, with its id. */
public record NewEvent(int id, String kind, int amount, String payload) {
    /** So many events. */
    public static List<NewEvent> list(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new NewEvent(i, "kind" + i % 7, i % 1000, "What happened at event " + i))
                .toList();
    }
}
