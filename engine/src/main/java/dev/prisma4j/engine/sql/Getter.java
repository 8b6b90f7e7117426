package dev.prisma4j.engine.sql;

/**
 * The method of the driver's that reads a column with nothing to add. Readers of rows then call it themselves, since a call
 * to one of many kinds of codecs is the most expensive part of reading a number.
 */
public enum Getter {
    INT,
    /** An Int whose column can hold more than that: as an object it is a Long then. */
    WIDE_INT,
    LONG,
    DOUBLE,
    BOOLEAN,
    STRING,
    /** The codec has to see to it. */
    NONE
}
