package dev.prisma4j.migrate.command;

import dev.prisma4j.migrate.danger.DataLoss;
import dev.prisma4j.migrate.rename.RenameOptions;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The flags of {@code migrate dev} and what it has to ask.
 *
 * @param name gives the migration's name; asked only when one is made
 * @param createOnly write the migration but do not apply it
 * @param writeDown write a {@code down.sql} beside the migration
 * @param renames how to know what was renamed
 * @param accept asked when there are warnings; false stops the command
 */
public record DevOptions(
        Supplier<String> name,
        boolean createOnly,
        boolean writeDown,
        RenameOptions renames,
        Predicate<DataLoss> accept) {
    /** The flags with a {@code down.sql} and without renames. */
    public DevOptions(Supplier<String> name, boolean createOnly, Predicate<DataLoss> accept) {
        this(name, createOnly, true, RenameOptions.NONE, accept);
    }
}
