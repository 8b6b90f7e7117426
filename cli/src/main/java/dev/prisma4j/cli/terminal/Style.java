// ANSI colours, or none.
package dev.prisma4j.cli.terminal;

/** Marks up text by meaning; plain text where colours are off. */
public final class Style {
    private static final String ESCAPE = "\u001b[";
    private final boolean colour;

    public Style(boolean colour) {
        this.colour = colour;
    }

    public boolean colour() {
        return colour;
    }

    public String error(String text) {
        return wrap("1;31", text);
    }

    public String warning(String text) {
        return wrap("1;33", text);
    }

    public String success(String text) {
        return wrap("32", text);
    }

    /** For what goes. */
    public String danger(String text) {
        return wrap("31", text);
    }

    /** For what changes. */
    public String change(String text) {
        return wrap("33", text);
    }

    public String strong(String text) {
        return wrap("1", text);
    }

    /** For what is there to be looked up, not read: places, statements. */
    public String quiet(String text) {
        return wrap("2", text);
    }

    public String name(String text) {
        return wrap("36", text);
    }

    private String wrap(String codes, String text) {
        return colour ? ESCAPE + codes + "m" + text + ESCAPE + "0m" : text;
    }
}
