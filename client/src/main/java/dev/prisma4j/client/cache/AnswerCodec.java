package dev.prisma4j.client.cache;

import dev.prisma4j.engine.value.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers as bytes: each value after a letter for its type. No object streams, so reading foreign bytes does no harm. */
final class AnswerCodec {
    private static final int FORMAT = 0x70346a01;

    private AnswerCodec() {}

    static byte[] encode(CachedAnswer answer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(FORMAT);
            out.writeLong(answer.readAt());
            values(out, answer.versions());
            values(out, answer.rows());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void values(DataOutputStream out, List<? extends @Nullable Object> values) throws IOException {
        out.writeInt(values.size());
        for (Object value : values) {
            value(out, value);
        }
    }

    private static void value(DataOutputStream out, @Nullable Object value) throws IOException {
        if (value == null) {
            out.writeByte('-');
        } else if (value instanceof CapturedRow row) {
            out.writeByte('R');
            values(out, row.values());
            values(out, row.related());
            values(out, row.counts());
            values(out, row.computed());
        } else if (value instanceof List<?> list) {
            out.writeByte('L');
            values(out, list);
        } else if (value instanceof byte[] bytes) {
            out.writeByte('x');
            bytes(out, bytes);
        } else {
            out.writeByte(letter(value));
            bytes(out, (value instanceof Json json ? json.text() : value.toString()).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static char letter(Object value) {
        if (value instanceof Integer) {
            return 'i';
        } else if (value instanceof Long) {
            return 'l';
        } else if (value instanceof Double) {
            return 'd';
        } else if (value instanceof Boolean) {
            return 'b';
        } else if (value instanceof String) {
            return 's';
        } else if (value instanceof BigDecimal) {
            return 'n';
        } else if (value instanceof Instant) {
            return 't';
        } else if (value instanceof LocalDate) {
            return 'D';
        } else if (value instanceof LocalTime) {
            return 'T';
        } else if (value instanceof Json) {
            return 'j';
        } else if (value instanceof UUID) {
            return 'u';
        }
        throw new IllegalArgumentException("a " + value.getClass().getName() + " cannot be kept");
    }

    private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static CachedAnswer decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != FORMAT) {
                throw new IllegalArgumentException("not an answer of this version");
            }
            long readAt = in.readLong();
            List<Long> versions = new ArrayList<>();
            values(in).forEach(value -> versions.add((Long) required(value)));
            List<CapturedRow> rows = new ArrayList<>();
            values(in).forEach(value -> rows.add((CapturedRow) required(value)));
            return new CachedAnswer(rows, readAt, versions);
        } catch (IOException | ClassCastException e) {
            throw new IllegalArgumentException("not an answer", e);
        }
    }

    private static Object required(@Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException("not an answer");
        }
        return value;
    }

    private static List<@Nullable Object> values(DataInputStream in) throws IOException {
        int size = in.readInt();
        if (size < 0 || size > in.available()) {
            throw new IllegalArgumentException("not an answer");
        }
        List<@Nullable Object> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(value(in));
        }
        return values;
    }

    private static @Nullable Object value(DataInputStream in) throws IOException {
        char letter = (char) in.readByte();
        switch (letter) {
            case '-':
                return null;
            case 'R':
                List<@Nullable Object> values = values(in);
                List<@Nullable Object> related = values(in);
                List<Long> counts = new ArrayList<>();
                values(in).forEach(count -> counts.add((Long) required(count)));
                return new CapturedRow(values, related, counts, values(in));
            case 'L':
                return values(in);
            default:
                int length = in.readInt();
                if (length < 0 || length > in.available()) {
                    throw new IllegalArgumentException("not an answer");
                }
                byte[] bytes = in.readNBytes(length);
                return letter == 'x' ? bytes : scalar(letter, new String(bytes, StandardCharsets.UTF_8));
        }
    }

    private static Object scalar(char letter, String text) {
        return switch (letter) {
            case 'i' -> Integer.valueOf(text);
            case 'l' -> Long.valueOf(text);
            case 'd' -> Double.valueOf(text);
            case 'b' -> Boolean.valueOf(text);
            case 's' -> text;
            case 'n' -> new BigDecimal(text);
            case 't' -> Instant.parse(text);
            case 'D' -> LocalDate.parse(text);
            case 'T' -> LocalTime.parse(text);
            case 'j' -> Json.ofText(text);
            case 'u' -> UUID.fromString(text);
            default -> throw new IllegalArgumentException("not an answer");
        };
    }
}
