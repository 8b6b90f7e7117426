// The address of the project's database, and where it was found.
package dev.prisma4j.cli.project;

import dev.prisma4j.cli.failure.CommandFailure;
import dev.prisma4j.schema.model.Provider;
import dev.prisma4j.schema.url.DatabaseUrl;
import dev.prisma4j.schema.url.InvalidDatabaseUrlException;
import java.nio.file.Path;

/**
 * A database's address as it was written.
 *
 * @param text the URL, with its password
 * @param baseFolder what a relative {@code file:} path in it starts from
 * @param origin where it was found, for messages
 */
public record DatabaseAddress(String text, Path baseFolder, String origin) {

    /**
     * The address taken apart.
     *
     * @throws CommandFailure when it is no address
     */
    public DatabaseUrl parse() {
        try {
            return DatabaseUrl.parse(text);
        } catch (InvalidDatabaseUrlException e) {
            throw CommandFailure.coded(
                            "P1013", "the database's address (" + origin + ") is not valid: " + e.getMessage(), null)
                    .causedBy(e);
        }
    }

    /**
     * The address taken apart.
     *
     * @param provider the kind of database that the schema is written for
     * @throws CommandFailure when it is no address, or that of another kind of database
     */
    public DatabaseUrl parse(Provider provider) {
        DatabaseUrl url = parse();
        boolean cockroach = provider == Provider.COCKROACHDB && url.provider() == Provider.POSTGRESQL;
        if (url.provider() != provider && !cockroach) {
            throw CommandFailure.coded(
                    "P1012",
                    "the schema is for " + provider.text() + ", but the database's address (" + origin
                            + ") is that of a " + url.provider().text() + " database",
                    null);
        }
        return url;
    }

    /**
     * The address with an absolute path where it names a file, so that it means the same from every folder.
     *
     * @param provider the kind of database that the schema is written for
     */
    public String absolute(Provider provider) {
        DatabaseUrl url = parse(provider);
        if (url.provider() != Provider.SQLITE || url.isInMemory()) {
            return text;
        }
        int options = text.indexOf('?');
        return "file:" + url.file(baseFolder) + (options < 0 ? "" : text.substring(options));
    }

    /** Without the text, which holds the password. */
    @Override
    public String toString() {
        return "the address from " + origin;
    }
}
