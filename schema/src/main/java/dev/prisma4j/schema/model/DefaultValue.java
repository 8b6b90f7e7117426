package dev.prisma4j.schema.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code @default(..)} of a field says. */
public sealed interface DefaultValue {
    /** The name of the default constraint ({@code map:}, SQL Server only), or null. */
    @Nullable
    String constraintName();

    /**
     * A fixed value.
     *
     * @param value {@link String} (also DateTime, Json and Bytes, as written), {@link Long} (Int, BigInt), {@link
     *     java.math.BigDecimal} (Float, Decimal), {@link Boolean}, or {@link EnumValue}
     */
    record Literal(Object value, @Nullable String constraintName) implements DefaultValue {}

    /**
     * A fixed list.
     *
     * @param values the elements, each as in {@link Literal}
     */
    record ListLiteral(List<Object> values, @Nullable String constraintName) implements DefaultValue {
        public ListLiteral {
            values = List.copyOf(values);
        }
    }

    /**
     * A function: {@code autoincrement}, {@code now}, {@code uuid}, {@code cuid}, {@code ulid}, {@code nanoid}, {@code
     * auto}, {@code dbgenerated} or {@code sequence}.
     *
     * @param name the function's name
     * @param arguments the arguments in order as written
     */
    record Function(
            String name, List<Argument> arguments, @Nullable String constraintName) implements DefaultValue {
        public Function {
            arguments = List.copyOf(arguments);
        }

        /**
         * One argument.
         *
         * @param name the name of a named argument, or null
         * @param value {@link String}, {@link Long}, or {@link Boolean}
         */
        public record Argument(@Nullable String name, Object value) {}
    }
}
