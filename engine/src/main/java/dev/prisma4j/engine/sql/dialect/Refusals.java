package dev.prisma4j.engine.sql.dialect;

import dev.prisma4j.engine.error.PrismaException;
import java.io.EOFException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Failures to connect that time does not mend. A server that does not answer is none: it may be starting. */
final class Refusals {
    /** Login, database, rights, TLS. */
    private static final Set<String> CODES = Set.of("P1000", "P1003", "P1010", "P1011");

    private Refusals() {}

    static boolean isOne(PrismaException failure) {
        return CODES.contains(failure.code());
    }

    /** Whether the two sides could not agree on TLS, rather than lost each other while they tried. */
    static boolean isTls(SQLException failure) {
        boolean tls =
                String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("ssl");
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (cause instanceof EOFException
                    || cause instanceof SocketException
                    || cause instanceof SocketTimeoutException) {
                return false;
            }
            tls |= cause instanceof SSLHandshakeException
                    || cause instanceof SSLPeerUnverifiedException
                    || cause instanceof CertificateException;
            cause = cause.getCause();
        }
        return tls;
    }
}
