package dev.prisma4j.engine.result;

import java.util.Locale;

/** The types of raw results, named as the JSON protocol names them. */
public enum RawType {
    INT,
    BIGINT,
    FLOAT,
    DOUBLE,
    STRING,
    ENUM,
    BYTES,
    BOOL,
    CHAR,
    DECIMAL,
    JSON,
    XML,
    UUID,
    DATETIME,
    DATE,
    TIME,
    INT_ARRAY,
    BIGINT_ARRAY,
    FLOAT_ARRAY,
    DOUBLE_ARRAY,
    STRING_ARRAY,
    ENUM_ARRAY,
    BYTES_ARRAY,
    BOOL_ARRAY,
    CHAR_ARRAY,
    DECIMAL_ARRAY,
    JSON_ARRAY,
    XML_ARRAY,
    UUID_ARRAY,
    DATETIME_ARRAY,
    DATE_ARRAY,
    TIME_ARRAY,
    NULL,
    UNKNOWN;

    /** The name in the protocol, for example {@code int-array}. */
    public String protocolName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is a list of something. */
    public boolean isArray() {
        return name().endsWith("_ARRAY");
    }
}
