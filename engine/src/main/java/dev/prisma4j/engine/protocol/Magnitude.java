package dev.prisma4j.engine.protocol;

import java.math.BigDecimal;
import java.math.BigInteger;

/** How large a number is, told without writing it out: {@code 1e300000000} is a short text for very many digits. */
final class Magnitude {
    /** What PostgreSQL can store before the point; nothing else stores more. */
    private static final long MOST_DIGITS = 131_072;

    private static final int DIGITS_OF_A_LONG = 19;

    private Magnitude() {}

    private static long digitsBeforePoint(BigDecimal number) {
        return number.signum() == 0 ? 1 : (long) number.precision() - number.scale();
    }

    /** Whether no database has room for it, on either side of the point. */
    static boolean isBeyondAll(BigDecimal number) {
        return Math.abs(digitsBeforePoint(number)) > MOST_DIGITS || number.scale() > MOST_DIGITS;
    }

    /** Whether the number without its fraction is one of 64 bits. */
    static boolean isLong(BigDecimal number) {
        return digitsBeforePoint(number) <= DIGITS_OF_A_LONG && whole(number).bitLength() <= 63;
    }

    /** The number without its fraction; not for what is beyond all. */
    static BigInteger whole(BigDecimal number) {
        return number.signum() == 0 || digitsBeforePoint(number) <= 0 ? BigInteger.ZERO : number.toBigInteger();
    }
}
