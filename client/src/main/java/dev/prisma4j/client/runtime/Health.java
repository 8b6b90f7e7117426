package dev.prisma4j.client.runtime;

import dev.prisma4j.engine.event.PoolStatus;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the databases of a client answer: {@code prisma.health()}.
 *
 * @param primary the primary
 * @param replicas the replicas, in the order in which the builder was given them
 */
public record Health(Database primary, List<Database> replicas) {
    public Health {
        replicas = List.copyOf(replicas);
    }

    /** Whether everything that writes can work, which is the primary. */
    public boolean isUp() {
        return primary.isUp();
    }

    /**
     * One database.
     *
     * @param latency how long the answer took, or how long it took to find out that there is none
     * @param problem why it does not answer, or null if it does; without secrets
     * @param pool its connections
     */
    public record Database(Duration latency, @Nullable String problem, PoolStatus pool) {
        /** Whether it answers. */
        public boolean isUp() {
            return problem == null;
        }
    }
}
