package dev.prisma4j.client.cache;

/**
 * What a cache has done so far.
 *
 * @param hits answers that were given while they were fresh
 * @param staleHits answers that were given while a fresh one was read in the background
 * @param misses reads that found no answer
 * @param joined misses that waited for somebody else's read of the same
 * @param loads reads of the database, those in the background included
 * @param failures operations of the store that failed
 * @param size how many answers are kept, roughly; -1 where the store does not know
 */
public record CacheStats(long hits, long staleHits, long misses, long joined, long loads, long failures, long size) {}
