// The address of the project's database, and where it was found.
package dev.prisma4j.cli.project;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A database's address.
 *
 * @param text the URL, with its password
 * @param baseFolder what a relative {@code file:} path in it starts from
 * @param origin where it was found, for messages
 */
public record DatabaseUrl(String text, Path baseFolder, String origin) {
    private static final Pattern LOGIN =
            Pattern.compile("^(?<scheme>[a-z][a-z0-9+.:-]*://)(?<user>[^:/@?]*):(?<password>.*)@");
    private static final Pattern SECRET =
            Pattern.compile("(?i)(?<name>password|pwd|api_key|sslpassword|token)=(?<value>[^&;]*)");

    /** The URL with its secrets replaced by stars, for messages. */
    public String masked() {
        Matcher login = LOGIN.matcher(text);
        String shown = login.find()
                ? login.group("scheme") + login.group("user") + ":***@" + text.substring(login.end())
                : text;
        return SECRET.matcher(shown).replaceAll("${name}=***");
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return masked() + " (" + origin + ")";
    }
}
