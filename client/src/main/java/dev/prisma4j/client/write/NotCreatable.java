package dev.prisma4j.client.write;

/**
 * Stands for the data of new rows of a model that cannot have any from here, because a required field of a type that the
 * schema language has no word for has no default. There are no instances.
 */
public final class NotCreatable {
    private NotCreatable() {}
}
