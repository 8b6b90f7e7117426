package dev.prisma4j.engine.defaults;

import com.aventrix.jnanoid.jnanoid.NanoIdUtils;
import com.github.f4b6a3.ulid.UlidCreator;
import com.github.f4b6a3.uuid.UuidCreator;
import dev.prisma4j.schema.model.DefaultValue;
import io.github.thibaultmeyer.cuid.CUID;
import java.time.Instant;
import java.util.Optional;

/** Makes the value of one field of one new row. */
@FunctionalInterface
interface Generator {
    /**
     * A value.
     *
     * @param now the one moment of the operation
     */
    Object generate(Instant now);

    /** The generator that stands for a function of the schema, unless the database computes it. */
    static Optional<Generator> of(DefaultValue.Function function) {
        return Optional.ofNullable(
                switch (function.name()) {
                    case "now" -> now -> now;
                    case "uuid" ->
                        firstNumber(function, 4) == 7
                                ? now -> UuidCreator.getTimeOrderedEpoch().toString()
                                : now -> UuidCreator.getRandomBased().toString();
                    case "cuid" ->
                        firstNumber(function, 1) == 2
                                ? now -> CUID.randomCUID2().toString()
                                : now -> CUID.randomCUID1().toString();
                    case "ulid" -> now -> UlidCreator.getMonotonicUlid().toString();
                    case "nanoid" -> {
                        int length = firstNumber(function, NanoIdUtils.DEFAULT_SIZE);
                        yield now -> NanoIdUtils.randomNanoId(
                                NanoIdUtils.DEFAULT_NUMBER_GENERATOR, NanoIdUtils.DEFAULT_ALPHABET, length);
                    }
                    default -> null;
                });
    }

    private static int firstNumber(DefaultValue.Function function, int otherwise) {
        return function.arguments().stream()
                .map(DefaultValue.Function.Argument::value)
                .filter(Long.class::isInstance)
                .findFirst()
                .map(value -> Math.toIntExact((Long) value))
                .orElse(otherwise);
    }
}
