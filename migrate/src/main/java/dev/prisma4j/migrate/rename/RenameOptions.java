package dev.prisma4j.migrate.rename;

import java.util.List;

/**
 * How a command gets to know what was renamed.
 *
 * @param declared renames as {@code OldModel=NewModel}, {@code Model.oldField=newField}, {@code OldEnum=NewEnum}, or {@code
 *     Enum.OLD=NEW}; what is old is named as in the database
 * @param chooser asked about likely renames that nobody declared
 */
public record RenameOptions(List<String> declared, RenameChooser chooser) {
    /** Nothing is renamed but what the schema itself says. */
    public static final RenameOptions NONE = new RenameOptions(List.of(), RenameChooser.NOBODY);

    public RenameOptions {
        declared = List.copyOf(declared);
    }
}
