package dev.prisma4j.schema.url;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a Java driver connects to.
 *
 * @param url a {@code jdbc:} address without user and password
 * @param properties what the driver is told besides, user and password among it
 */
public record DriverAddress(String url, Map<String, String> properties) {
    public DriverAddress {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    /** Leaves the properties out, which hold the password. */
    @Override
    public String toString() {
        return url;
    }
}
