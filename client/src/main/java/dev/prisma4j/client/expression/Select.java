package dev.prisma4j.client.expression;

import dev.prisma4j.client.expression.Parts.Parts1;
import dev.prisma4j.client.expression.Parts.Parts10;
import dev.prisma4j.client.expression.Parts.Parts11;
import dev.prisma4j.client.expression.Parts.Parts12;
import dev.prisma4j.client.expression.Parts.Parts13;
import dev.prisma4j.client.expression.Parts.Parts14;
import dev.prisma4j.client.expression.Parts.Parts15;
import dev.prisma4j.client.expression.Parts.Parts16;
import dev.prisma4j.client.expression.Parts.Parts2;
import dev.prisma4j.client.expression.Parts.Parts3;
import dev.prisma4j.client.expression.Parts.Parts4;
import dev.prisma4j.client.expression.Parts.Parts5;
import dev.prisma4j.client.expression.Parts.Parts6;
import dev.prisma4j.client.expression.Parts.Parts7;
import dev.prisma4j.client.expression.Parts.Parts8;
import dev.prisma4j.client.expression.Parts.Parts9;

/**
 * Projections into the caller's own types: {@code Select.of(u.id(), u.email()).as(UserCard::new)}. Only what is named is
 * read from the database. Parts may be fields, fields of to-one relations, relations with their own queries, counts,
 * aggregates, and projections again; up to 16 of them.
 */
public final class Select {
    private Select() {}

    /** One part. */
    public static <M, A> Parts1<M, A> of(Selection<M, A> a) {
        return new Parts1<>(a);
    }

    /** Two parts. */
    public static <M, A, B> Parts2<M, A, B> of(Selection<M, A> a, Selection<M, B> b) {
        return new Parts2<>(a, b);
    }

    /** Three parts. */
    public static <M, A, B, C> Parts3<M, A, B, C> of(Selection<M, A> a, Selection<M, B> b, Selection<M, C> c) {
        return new Parts3<>(a, b, c);
    }

    /** Four parts. */
    public static <M, A, B, C, D> Parts4<M, A, B, C, D> of(
            Selection<M, A> a, Selection<M, B> b, Selection<M, C> c, Selection<M, D> d) {
        return new Parts4<>(a, b, c, d);
    }

    /** Five parts. */
    public static <M, A, B, C, D, E> Parts5<M, A, B, C, D, E> of(
            Selection<M, A> a, Selection<M, B> b, Selection<M, C> c, Selection<M, D> d, Selection<M, E> e) {
        return new Parts5<>(a, b, c, d, e);
    }

    /** Six parts. */
    public static <M, A, B, C, D, E, F> Parts6<M, A, B, C, D, E, F> of(
            Selection<M, A> a,
            Selection<M, B> b,
            Selection<M, C> c,
            Selection<M, D> d,
            Selection<M, E> e,
            Selection<M, F> f) {
        return new Parts6<>(a, b, c, d, e, f);
    }

    /** Seven parts. */
    public static <M, A, B, C, D, E, F, G> Parts7<M, A, B, C, D, E, F, G> of(
            Selection<M, A> a,
            Selection<M, B> b,
            Selection<M, C> c,
            Selection<M, D> d,
            Selection<M, E> e,
            Selection<M, F> f,
            Selection<M, G> g) {
        return new Parts7<>(a, b, c, d, e, f, g);
    }

    /** Eight parts. */
    public static <M, A, B, C, D, E, F, G, H> Parts8<M, A, B, C, D, E, F, G, H> of(
            Selection<M, A> a,
            Selection<M, B> b,
            Selection<M, C> c,
            Selection<M, D> d,
            Selection<M, E> e,
            Selection<M, F> f,
            Selection<M, G> g,
            Selection<M, H> h) {
        return new Parts8<>(a, b, c, d, e, f, g, h);
    }

    /** Nine parts. */
    public static <M, A, B, C, D, E, F, G, H, I> Parts9<M, A, B, C, D, E, F, G, H, I> of(
            Selection<M, A> a,
            Selection<M, B> b,
            Selection<M, C> c,
            Selection<M, D> d,
            Selection<M, E> e,
            Selection<M, F> f,
            Selection<M, G> g,
            Selection<M, H> h,
            Selection<M, I> i) {
        return new Parts9<>(a, b, c, d, e, f, g, h, i);
    }

    /** Ten parts. */
    public static <M, A, B, C, D, E, F, G, H, I, J> Parts10<M, A, B, C, D, E, F, G, H, I, J> of(
            Selection<M, A> a,
            Selection<M, B> b,
            Selection<M, C> c,
            Selection<M, D> d,
            Selection<M, E> e,
            Selection<M, F> f,
            Selection<M, G> g,
            Selection<M, H> h,
            Selection<M, I> i,
            Selection<M, J> j) {
        return new Parts10<>(a, b, c, d, e, f, g, h, i, j);
    }

    /** Eleven parts. */
    public static <M, A, B, C, D, E, F, G, H, I, J, K> Parts11<M, A, B, C, D, E, F, G, H, I, J, K> of(
            Selection<M, A> a,
            Selection<M, B> b,
            Selection<M, C> c,
            Selection<M, D> d,
            Selection<M, E> e,
            Selection<M, F> f,
            Selection<M, G> g,
            Selection<M, H> h,
            Selection<M, I> i,
            Selection<M, J> j,
            Selection<M, K> k) {
        return new Parts11<>(a, b, c, d, e, f, g, h, i, j, k);
    }

    /** Twelve parts. */
    public static <M, A, B, C, D, E, F, G, H, I, J, K, L> Parts12<M, A, B, C, D, E, F, G, H, I, J, K, L> of(
            Selection<M, A> a,
            Selection<M, B> b,
            Selection<M, C> c,
            Selection<M, D> d,
            Selection<M, E> e,
            Selection<M, F> f,
            Selection<M, G> g,
            Selection<M, H> h,
            Selection<M, I> i,
            Selection<M, J> j,
            Selection<M, K> k,
            Selection<M, L> l) {
        return new Parts12<>(a, b, c, d, e, f, g, h, i, j, k, l);
    }

    /** Thirteen parts. */
    public static <M, A, B, C, D, E, F, G, H, I, J, K, L, N> Parts13<M, A, B, C, D, E, F, G, H, I, J, K, L, N> of(
            Selection<M, A> a,
            Selection<M, B> b,
            Selection<M, C> c,
            Selection<M, D> d,
            Selection<M, E> e,
            Selection<M, F> f,
            Selection<M, G> g,
            Selection<M, H> h,
            Selection<M, I> i,
            Selection<M, J> j,
            Selection<M, K> k,
            Selection<M, L> l,
            Selection<M, N> n) {
        return new Parts13<>(a, b, c, d, e, f, g, h, i, j, k, l, n);
    }

    /** Fourteen parts. */
    public static <M, A, B, C, D, E, F, G, H, I, J, K, L, N, O> Parts14<M, A, B, C, D, E, F, G, H, I, J, K, L, N, O> of(
            Selection<M, A> a,
            Selection<M, B> b,
            Selection<M, C> c,
            Selection<M, D> d,
            Selection<M, E> e,
            Selection<M, F> f,
            Selection<M, G> g,
            Selection<M, H> h,
            Selection<M, I> i,
            Selection<M, J> j,
            Selection<M, K> k,
            Selection<M, L> l,
            Selection<M, N> n,
            Selection<M, O> o) {
        return new Parts14<>(a, b, c, d, e, f, g, h, i, j, k, l, n, o);
    }

    /** Fifteen parts. */
    public static <M, A, B, C, D, E, F, G, H, I, J, K, L, N, O, P>
            Parts15<M, A, B, C, D, E, F, G, H, I, J, K, L, N, O, P> of(
                    Selection<M, A> a,
                    Selection<M, B> b,
                    Selection<M, C> c,
                    Selection<M, D> d,
                    Selection<M, E> e,
                    Selection<M, F> f,
                    Selection<M, G> g,
                    Selection<M, H> h,
                    Selection<M, I> i,
                    Selection<M, J> j,
                    Selection<M, K> k,
                    Selection<M, L> l,
                    Selection<M, N> n,
                    Selection<M, O> o,
                    Selection<M, P> p) {
        return new Parts15<>(a, b, c, d, e, f, g, h, i, j, k, l, n, o, p);
    }

    /** Sixteen parts. */
    public static <M, A, B, C, D, E, F, G, H, I, J, K, L, N, O, P, Q>
            Parts16<M, A, B, C, D, E, F, G, H, I, J, K, L, N, O, P, Q> of(
                    Selection<M, A> a,
                    Selection<M, B> b,
                    Selection<M, C> c,
                    Selection<M, D> d,
                    Selection<M, E> e,
                    Selection<M, F> f,
                    Selection<M, G> g,
                    Selection<M, H> h,
                    Selection<M, I> i,
                    Selection<M, J> j,
                    Selection<M, K> k,
                    Selection<M, L> l,
                    Selection<M, N> n,
                    Selection<M, O> o,
                    Selection<M, P> p,
                    Selection<M, Q> q) {
        return new Parts16<>(a, b, c, d, e, f, g, h, i, j, k, l, n, o, p, q);
    }
}
