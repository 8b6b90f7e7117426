package dev.prisma4j.client.cache;

import dev.prisma4j.engine.value.Json;
import dev.prisma4j.schema.model.Field;
import dev.prisma4j.schema.model.Model;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A digest of a query's parts. Every part is written with its type and its length, so that no two keys look alike. Queries
 * are trees of records, walked by their components; stores inside the process never get here.
 */
final class KeyText {
    private final StringBuilder text = new StringBuilder(256);

    private KeyText() {}

    static String of(Object parts) {
        KeyText walk = new KeyText();
        walk.write(parts);
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(walk.text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(@Nullable Object part) {
        if (part == null) {
            text.append('~');
        } else if (part instanceof Model model) {
            leaf("model", model.name());
        } else if (part instanceof Field field) {
            leaf("field", field.model().name() + "." + field.name());
        } else if (part instanceof byte[] bytes) {
            leaf("bytes", HexFormat.of().formatHex(bytes));
        } else if (part instanceof Json json) {
            leaf("json", json.text());
        } else if (part instanceof Collection<?> all) {
            text.append('[').append(all.size()).append(':');
            all.forEach(this::write);
            text.append(']');
        } else if (part instanceof Object[] all) {
            write(Arrays.asList(all));
        } else if (part instanceof Record record) {
            components(record);
        } else {
            leaf(part.getClass().getSimpleName(), part.toString());
        }
    }

    private void leaf(String type, String value) {
        text.append(type).append(value.length()).append(':').append(value).append(';');
    }

    private void components(Record record) {
        text.append(record.getClass().getName()).append('(');
        try {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                write(component.getAccessor().invoke(record));
            }
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
        text.append(')');
    }
}
