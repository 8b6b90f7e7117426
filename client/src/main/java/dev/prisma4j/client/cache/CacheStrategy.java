package dev.prisma4j.client.cache;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * For how long the answer of a read may be kept.
 *
 * <pre>{@code
 * prisma.user().findMany(q -> q.cache(CacheStrategy.ttl(Duration.ofMinutes(1)).swr(Duration.ofSeconds(30)).tags("users")));
 * }</pre>
 *
 * @param ttl for how long it is as good as a fresh one
 * @param swr for how long after that it is still given, while a fresh one is read in the background
 * @param tags names under which it can be forgotten early
 */
public record CacheStrategy(Duration ttl, Duration swr, List<String> tags) {
    public CacheStrategy {
        tags = List.copyOf(tags);
        if (ttl.isNegative() || swr.isNegative() || ttl.plus(swr).isZero()) {
            throw new IllegalArgumentException("ttl and swr must not be negative, and not both be zero.");
        }
        for (String tag : tags) {
            if (tag.isBlank() || tag.length() > 64) {
                throw new IllegalArgumentException("A cache tag has 1 to 64 characters: \"" + tag + "\".");
            }
        }
    }

    /** Kept that long. */
    public static CacheStrategy ttl(Duration time) {
        return new CacheStrategy(time, Duration.ZERO, List.of());
    }

    /** Given for that long while a fresh answer is read in the background. */
    public static CacheStrategy staleFor(Duration time) {
        return new CacheStrategy(Duration.ZERO, time, List.of());
    }

    /** The same, and after its time still given for so long while a fresh answer is read in the background. */
    public CacheStrategy swr(Duration time) {
        return new CacheStrategy(ttl, time, tags);
    }

    /** The same with more names under which it can be forgotten. */
    public CacheStrategy tags(String... names) {
        List<String> all = new ArrayList<>(tags);
        all.addAll(List.of(names));
        return new CacheStrategy(ttl, swr, all);
    }

    /** For how long it is kept at all. */
    Duration whole() {
        return ttl.plus(swr);
    }
}
