package dev.prisma4j.client.trace;

import dev.prisma4j.engine.event.ConnectionEvent;
import dev.prisma4j.engine.event.PoolStatus;
import dev.prisma4j.engine.event.StatementEvent;
import dev.prisma4j.engine.event.StatementListener;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Watches what a client does. Given to the builder; called on the threads that work, so it should be quick. */
public interface Instrumentation extends StatementListener {
    /**
     * Something begins; what is returned is told how it ends.
     *
     * @param step what it is
     * @param operation the operation, for example {@code findMany}, or null where it is none
     * @param model the model's name, or null
     */
    Running start(Step step, @Nullable String operation, @Nullable String model);

    /** The client is open on a database of that kind ({@code postgresql}), whose connections can be asked for. */
    default void opened(String provider, Supplier<PoolStatus> pool) {}

    /** The client was closed. */
    default void closed() {}

    @Override
    default void onStatement(StatementEvent event) {}

    @Override
    default void onConnection(ConnectionEvent event) {}

    /** What can begin and end. */
    enum Step {
        /** A call of the user's, with everything that it takes. */
        OPERATION,
        /** A transaction, from its beginning to its end. */
        TRANSACTION,
        /** The engine's part of an operation: planning, statements, reading rows. */
        QUERY
    }

    /** Something that has begun. */
    interface Running extends AutoCloseable {
        /** Nobody wants to know. */
        Running NONE = new Running() {
            @Override
            public void failed(Throwable failure) {
                // Nobody wants to know.
            }

            @Override
            public void close() {
                // Nobody wants to know.
            }
        };

        /** It went wrong; {@code close} follows. */
        void failed(Throwable failure);

        /** It has ended. On the same thread that began it. */
        @Override
        void close();
    }
}
