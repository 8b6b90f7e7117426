package dev.prisma4j.client.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Answers in the memory of this process, the least useful ones going first when there are too many. */
final class LocalStore implements CacheStore {
    private record Kept(CachedAnswer answer, long nanos) {}

    private final Cache<CacheKey, Kept> answers;
    private final ConcurrentMap<String, Long> versions = new ConcurrentHashMap<>();

    LocalStore(long maximum) {
        answers = Caffeine.newBuilder()
                .maximumSize(maximum)
                .expireAfter(Expiry.<CacheKey, Kept>writing((key, kept) -> Duration.ofNanos(kept.nanos())))
                .build();
    }

    @Override
    public @Nullable CachedAnswer get(CacheKey key) {
        Kept kept = answers.getIfPresent(key);
        return kept == null ? null : kept.answer();
    }

    @Override
    public void put(CacheKey key, CachedAnswer answer, Duration time) {
        answers.put(key, new Kept(answer, time.toNanos()));
    }

    @Override
    public List<Long> versions(List<String> names) {
        return names.stream().map(name -> versions.getOrDefault(name, 0L)).toList();
    }

    @Override
    public void renew(Collection<String> names) {
        names.forEach(name -> versions.merge(name, 1L, Long::sum));
    }

    @Override
    public long size() {
        answers.cleanUp();
        return answers.estimatedSize();
    }

    @Override
    public void close() {
        answers.invalidateAll();
    }
}
