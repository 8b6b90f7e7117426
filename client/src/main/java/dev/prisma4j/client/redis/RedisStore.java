package dev.prisma4j.client.redis;

import dev.prisma4j.client.cache.CacheKey;
import dev.prisma4j.client.cache.CacheStore;
import dev.prisma4j.client.cache.CachedAnswer;
import io.lettuce.core.KeyValue;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers in a Redis that several processes share; forgetting reaches all of them. The program adds {@code
 * io.lettuce:lettuce-core} to its dependencies. What is stored is readable by whoever reads that Redis.
 */
public final class RedisStore implements CacheStore {
    private final RedisClient client;
    private final StatefulRedisConnection<byte[], byte[]> connection;
    private final String prefix;

    private RedisStore(RedisClient client, StatefulRedisConnection<byte[], byte[]> connection, String prefix) {
        this.client = client;
        this.connection = connection;
        this.prefix = prefix;
    }

    /** Connects to {@code redis://[password@]host[:port][/database]}; keys begin with {@code prisma4j:}. */
    public static RedisStore connect(String url) {
        return connect(url, "prisma4j:", Duration.ofSeconds(1));
    }

    /**
     * Connects.
     *
     * @param prefix what all keys begin with: programs with the same schema and database may share one
     * @param timeout how long a command may take before the read goes to the database
     */
    public static RedisStore connect(String url, String prefix, Duration timeout) {
        RedisClient client = RedisClient.create(RedisURI.create(url));
        try {
            StatefulRedisConnection<byte[], byte[]> connection = client.connect(ByteArrayCodec.INSTANCE);
            connection.setTimeout(timeout);
            return new RedisStore(client, connection, prefix);
        } catch (RuntimeException e) {
            client.shutdown(0, 1, java.util.concurrent.TimeUnit.SECONDS);
            throw e;
        }
    }

    private RedisCommands<byte[], byte[]> redis() {
        return connection.sync();
    }

    private byte[] key(String kind, String name) {
        return (prefix + kind + name).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable CachedAnswer get(CacheKey key) {
        byte[] bytes = redis().get(key("answer:", key.text()));
        if (bytes == null) {
            return null;
        }
        try {
            return CachedAnswer.decode(bytes);
        } catch (IllegalArgumentException e) {
            // Written by another version of the library: as good as nothing.
            return null;
        }
    }

    @Override
    public void put(CacheKey key, CachedAnswer answer, Duration time) {
        redis().set(key("answer:", key.text()), answer.encode(), SetArgs.Builder.px(Math.max(1, time.toMillis())));
    }

    @Override
    public List<Long> versions(List<String> names) {
        byte[][] keys = names.stream().map(name -> key("version:", name)).toArray(byte[][]::new);
        List<Long> versions = new ArrayList<>(names.size());
        for (KeyValue<byte[], byte[]> found : redis().mget(keys)) {
            versions.add(found.hasValue() ? Long.parseLong(new String(found.getValue(), StandardCharsets.UTF_8)) : 0L);
        }
        return versions;
    }

    @Override
    public void renew(Collection<String> names) {
        names.forEach(name -> redis().incr(key("version:", name)));
    }

    @Override
    public void close() {
        connection.close();
        client.shutdown(0, 2, java.util.concurrent.TimeUnit.SECONDS);
    }
}
