package dev.prisma4j.client.expression;

import dev.prisma4j.engine.result.RowReader;
import org.jspecify.annotations.Nullable;

/** The parts of a projection before a function makes one object of them; see {@link Select}. One class per number of parts. */
public abstract class Parts {
    private final Selection<?, ?>[] parts;

    private Parts(Selection<?, ?>... parts) {
        this.parts = parts;
    }

    /** Makes one object of the values of all parts. */
    interface Combine<R> {
        R combine(@Nullable Object[] values);
    }

    final <M, R> Selection<M, R> combined(Combine<R> combine) {
        return builder -> {
            RowReader<?>[] readers = new RowReader<?>[parts.length];
            for (int i = 0; i < parts.length; i++) {
                readers[i] = parts[i].readWith(builder);
            }
            return row -> {
                @Nullable Object[] values = new Object[readers.length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = readers[i].read(row);
                }
                return combine.combine(values);
            };
        };
    }

    /** One part. */
    public static final class Parts1<M, A> extends Parts {
        Parts1(Selection<M, A> a) {
            super(a);
        }

        /** The object that the function makes of the values. */
        @SuppressWarnings("unchecked")
        public <R> Selection<M, R> as(Function1<? super A, ? extends R> function) {
            return combined(v -> function.apply((A) v[0]));
        }
    }

    /** Takes one value. */
    @FunctionalInterface
    public interface Function1<A, R> {
        R apply(A a);
    }

    /** Two parts. */
    public static final class Parts2<M, A, B> extends Parts {
        Parts2(Selection<M, A> a, Selection<M, B> b) {
            super(a, b);
        }

        /** The object that the function makes of the values. */
        @SuppressWarnings("unchecked")
        public <R> Selection<M, R> as(Function2<? super A, ? super B, ? extends R> function) {
            return combined(v -> function.apply((A) v[0], (B) v[1]));
        }
    }

    /** Takes two values. */
    @FunctionalInterface
    public interface Function2<A, B, R> {
        R apply(A a, B b);
    }

    /** Three parts. */
    public static final class Parts3<M, A, B, C> extends Parts {
        Parts3(Selection<M, A> a, Selection<M, B> b, Selection<M, C> c) {
            super(a, b, c);
        }

        /** The object that the function makes of the values. */
        @SuppressWarnings("unchecked")
        public <R> Selection<M, R> as(Function3<? super A, ? super B, ? super C, ? extends R> function) {
            return combined(v -> function.apply((A) v[0], (B) v[1], (C) v[2]));
        }
    }

    /** Takes three values. */
    @FunctionalInterface
    public interface Function3<A, B, C, R> {
        R apply(A a, B b, C c);
    }

    /** Four parts. */
    public static final class Parts4<M, A, B, C, D> extends Parts {
        Parts4(Selection<M, A> a, Selection<M, B> b, Selection<M, C> c, Selection<M, D> d) {
            super(a, b, c, d);
        }

        /** The object that the function makes of the values. */
        @SuppressWarnings("unchecked")
        public <R> Selection<M, R> as(Function4<? super A, ? super B, ? super C, ? super D, ? extends R> function) {
            return combined(v -> function.apply((A) v[0], (B) v[1], (C) v[2], (D) v[3]));
        }
    }

    /** Takes four values. */
    @FunctionalInterface
    public interface Function4<A, B, C, D, R> {
        R apply(A a, B b, C c, D d);
    }

    /** Five parts. */
    public static final class Parts5<M, A, B, C, D, E> extends Parts {
        Parts5(Selection<M, A> a, Selection<M, B> b, Selection<M, C> c, Selection<M, D> d, Selection<M, E> e) {
            super(a, b, c, d, e);
        }

        /** The object that the function makes of the values. */
        @SuppressWarnings("unchecked")
        public <R> Selection<M, R> as(
                Function5<? super A, ? super B, ? super C, ? super D, ? super E, ? extends R> function) {
            return combined(v -> function.apply((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4]));
        }
    }

    /** Takes five values. */
    @FunctionalInterface
    public interface Function5<A, B, C, D, E, R> {
        R apply(A a, B b, C c, D d, E e);
    }

    /** Six parts. */
    public static final class Parts6<M, A, B, C, D, E, F> extends Parts {
        Parts6(
                Selection<M, A> a,
                Selection<M, B> b,
                Selection<M, C> c,
                Selection<M, D> d,
                Selection<M, E> e,
                Selection<M, F> f) {
            super(a, b, c, d, e, f);
        }

        /** The object that the function makes of the values. */
        @SuppressWarnings("unchecked")
        public <R> Selection<M, R> as(
                Function6<? super A, ? super B, ? super C, ? super D, ? super E, ? super F, ? extends R> function) {
            return combined(v -> function.apply((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5]));
        }
    }

    /** Takes six values. */
    @FunctionalInterface
    public interface Function6<A, B, C, D, E, F, R> {
        R apply(A a, B b, C c, D d, E e, F f);
    }

    /** Seven parts. */
    public static final class Parts7<M, A, B, C, D, E, F, G> extends Parts {
        Parts7(
                Selection<M, A> a,
                Selection<M, B> b,
                Selection<M, C> c,
                Selection<M, D> d,
                Selection<M, E> e,
                Selection<M, F> f,
                Selection<M, G> g) {
            super(a, b, c, d, e, f, g);
        }

        /** The object that the function makes of the values. */
        @SuppressWarnings("unchecked")
        public <R> Selection<M, R> as(
                Function7<? super A, ? super B, ? super C, ? super D, ? super E, ? super F, ? super G, ? extends R>
                        function) {
            return combined(v -> function.apply((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5], (G) v[6]));
        }
    }

    /** Takes seven values. */
    @FunctionalInterface
    public interface Function7<A, B, C, D, E, F, G, R> {
        R apply(A a, B b, C c, D d, E e, F f, G g);
    }

    /** Eight parts. */
    public static final class Parts8<M, A, B, C, D, E, F, G, H> extends Parts {
        Parts8(
                Selection<M, A> a,
                Selection<M, B> b,
                Selection<M, C> c,
                Selection<M, D> d,
                Selection<M, E> e,
                Selection<M, F> f,
                Selection<M, G> g,
                Selection<M, H> h) {
            super(a, b, c, d, e, f, g, h);
        }

        /** The object that the function makes of the values. */
        @SuppressWarnings("unchecked")
        public <R> Selection<M, R> as(
                Function8<
                                ? super A,
                                ? super B,
                                ? super C,
                                ? super D,
                                ? super E,
                                ? super F,
                                ? super G,
                                ? super H,
                                ? extends R>
                        function) {
            return combined(v ->
                    function.apply((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5], (G) v[6], (H) v[7]));
        }
    }

    /** Takes eight values. */
    @FunctionalInterface
    public interface Function8<A, B, C, D, E, F, G, H, R> {
        R apply(A a, B b, C c, D d, E e, F f, G g, H h);
    }

    /** Nine parts. */
    public static final class Parts9<M, A, B, C, D, E, F, G, H, I> extends Parts {
        Parts9(
                Selection<M, A> a,
                Selection<M, B> b,
                Selection<M, C> c,
                Selection<M, D> d,
                Selection<M, E> e,
                Selection<M, F> f,
                Selection<M, G> g,
                Selection<M, H> h,
                Selection<M, I> i) {
            super(a, b, c, d, e, f, g, h, i);
        }

        /** The object that the function makes of the values. */
        @SuppressWarnings("unchecked")
        public <R> Selection<M, R> as(
                Function9<
                                ? super A,
                                ? super B,
                                ? super C,
                                ? super D,
                                ? super E,
                                ? super F,
                                ? super G,
                                ? super H,
                                ? super I,
                                ? extends R>
                        function) {
            return combined(v -> function.apply(
                    (A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5], (G) v[6], (H) v[7], (I) v[8]));
        }
    }

    /** Takes nine values. */
    @FunctionalInterface
    public interface Function9<A, B, C, D, E, F, G, H, I, R> {
        R apply(A a, B b, C c, D d, E e, F f, G g, H h, I i);
    }

    /** Ten parts. */
    public static final class Parts10<M, A, B, C, D, E, F, G, H, I, J> extends Parts {
        Parts10(
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
            super(a, b, c, d, e, f, g, h, i, j);
        }

        /** The object that the function makes of the values. */
        @SuppressWarnings("unchecked")
        public <R> Selection<M, R> as(
                Function10<
                                ? super A,
                                ? super B,
                                ? super C,
                                ? super D,
                                ? super E,
                                ? super F,
                                ? super G,
                                ? super H,
                                ? super I,
                                ? super J,
                                ? extends R>
                        function) {
            return combined(v -> function.apply(
                    (A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5], (G) v[6], (H) v[7], (I) v[8],
                    (J) v[9]));
        }
    }

    /** Takes ten values. */
    @FunctionalInterface
    public interface Function10<A, B, C, D, E, F, G, H, I, J, R> {
        R apply(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j);
    }

    /** Eleven parts. */
    public static final class Parts11<M, A, B, C, D, E, F, G, H, I, J, K> extends Parts {
        Parts11(
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
            super(a, b, c, d, e, f, g, h, i, j, k);
        }

        /** The object that the function makes of the values. */
        @SuppressWarnings("unchecked")
        public <R> Selection<M, R> as(
                Function11<
                                ? super A,
                                ? super B,
                                ? super C,
                                ? super D,
                                ? super E,
                                ? super F,
                                ? super G,
                                ? super H,
                                ? super I,
                                ? super J,
                                ? super K,
                                ? extends R>
                        function) {
            return combined(v -> function.apply(
                    (A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5], (G) v[6], (H) v[7], (I) v[8], (J) v[9],
                    (K) v[10]));
        }
    }

    /** Takes eleven values. */
    @FunctionalInterface
    public interface Function11<A, B, C, D, E, F, G, H, I, J, K, R> {
        R apply(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k);
    }

    /** Twelve parts. */
    public static final class Parts12<M, A, B, C, D, E, F, G, H, I, J, K, L> extends Parts {
        Parts12(
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
            super(a, b, c, d, e, f, g, h, i, j, k, l);
        }

        /** The object that the function makes of the values. */
        @SuppressWarnings("unchecked")
        public <R> Selection<M, R> as(
                Function12<
                                ? super A,
                                ? super B,
                                ? super C,
                                ? super D,
                                ? super E,
                                ? super F,
                                ? super G,
                                ? super H,
                                ? super I,
                                ? super J,
                                ? super K,
                                ? super L,
                                ? extends R>
                        function) {
            return combined(v -> function.apply(
                    (A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5], (G) v[6], (H) v[7], (I) v[8], (J) v[9],
                    (K) v[10], (L) v[11]));
        }
    }

    /** Takes twelve values. */
    @FunctionalInterface
    public interface Function12<A, B, C, D, E, F, G, H, I, J, K, L, R> {
        R apply(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k, L l);
    }

    /** Thirteen parts. */
    public static final class Parts13<M, A, B, C, D, E, F, G, H, I, J, K, L, N> extends Parts {
        Parts13(
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
            super(a, b, c, d, e, f, g, h, i, j, k, l, n);
        }

        /** The object that the function makes of the values. */
        @SuppressWarnings("unchecked")
        public <R> Selection<M, R> as(
                Function13<
                                ? super A,
                                ? super B,
                                ? super C,
                                ? super D,
                                ? super E,
                                ? super F,
                                ? super G,
                                ? super H,
                                ? super I,
                                ? super J,
                                ? super K,
                                ? super L,
                                ? super N,
                                ? extends R>
                        function) {
            return combined(v -> function.apply(
                    (A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5], (G) v[6], (H) v[7], (I) v[8], (J) v[9],
                    (K) v[10], (L) v[11], (N) v[12]));
        }
    }

    /** Takes thirteen values. */
    @FunctionalInterface
    public interface Function13<A, B, C, D, E, F, G, H, I, J, K, L, N, R> {
        R apply(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k, L l, N n);
    }

    /** Fourteen parts. */
    public static final class Parts14<M, A, B, C, D, E, F, G, H, I, J, K, L, N, O> extends Parts {
        Parts14(
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
            super(a, b, c, d, e, f, g, h, i, j, k, l, n, o);
        }

        /** The object that the function makes of the values. */
        @SuppressWarnings("unchecked")
        public <R> Selection<M, R> as(
                Function14<
                                ? super A,
                                ? super B,
                                ? super C,
                                ? super D,
                                ? super E,
                                ? super F,
                                ? super G,
                                ? super H,
                                ? super I,
                                ? super J,
                                ? super K,
                                ? super L,
                                ? super N,
                                ? super O,
                                ? extends R>
                        function) {
            return combined(v -> function.apply(
                    (A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5], (G) v[6], (H) v[7], (I) v[8], (J) v[9],
                    (K) v[10], (L) v[11], (N) v[12], (O) v[13]));
        }
    }

    /** Takes fourteen values. */
    @FunctionalInterface
    public interface Function14<A, B, C, D, E, F, G, H, I, J, K, L, N, O, R> {
        R apply(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k, L l, N n, O o);
    }

    /** Fifteen parts. */
    public static final class Parts15<M, A, B, C, D, E, F, G, H, I, J, K, L, N, O, P> extends Parts {
        Parts15(
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
            super(a, b, c, d, e, f, g, h, i, j, k, l, n, o, p);
        }

        /** The object that the function makes of the values. */
        @SuppressWarnings("unchecked")
        public <R> Selection<M, R> as(
                Function15<
                                ? super A,
                                ? super B,
                                ? super C,
                                ? super D,
                                ? super E,
                                ? super F,
                                ? super G,
                                ? super H,
                                ? super I,
                                ? super J,
                                ? super K,
                                ? super L,
                                ? super N,
                                ? super O,
                                ? super P,
                                ? extends R>
                        function) {
            return combined(v -> function.apply(
                    (A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5], (G) v[6], (H) v[7], (I) v[8], (J) v[9],
                    (K) v[10], (L) v[11], (N) v[12], (O) v[13], (P) v[14]));
        }
    }

    /** Takes fifteen values. */
    @FunctionalInterface
    public interface Function15<A, B, C, D, E, F, G, H, I, J, K, L, N, O, P, R> {
        R apply(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k, L l, N n, O o, P p);
    }

    /** Sixteen parts. */
    public static final class Parts16<M, A, B, C, D, E, F, G, H, I, J, K, L, N, O, P, Q> extends Parts {
        Parts16(
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
            super(a, b, c, d, e, f, g, h, i, j, k, l, n, o, p, q);
        }

        /** The object that the function makes of the values. */
        @SuppressWarnings("unchecked")
        public <R> Selection<M, R> as(
                Function16<
                                ? super A,
                                ? super B,
                                ? super C,
                                ? super D,
                                ? super E,
                                ? super F,
                                ? super G,
                                ? super H,
                                ? super I,
                                ? super J,
                                ? super K,
                                ? super L,
                                ? super N,
                                ? super O,
                                ? super P,
                                ? super Q,
                                ? extends R>
                        function) {
            return combined(v -> function.apply(
                    (A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5], (G) v[6], (H) v[7], (I) v[8], (J) v[9],
                    (K) v[10], (L) v[11], (N) v[12], (O) v[13], (P) v[14], (Q) v[15]));
        }
    }

    /** Takes sixteen values. */
    @FunctionalInterface
    public interface Function16<A, B, C, D, E, F, G, H, I, J, K, L, N, O, P, Q, R> {
        R apply(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k, L l, N n, O o, P p, Q q);
    }
}
