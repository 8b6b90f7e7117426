package dev.prisma4j.schema.model;

/** What happens to the referencing rows when the referenced one is deleted or its key changes. */
public enum ReferentialAction {
    CASCADE("Cascade"),
    RESTRICT("Restrict"),
    NO_ACTION("NoAction"),
    SET_NULL("SetNull"),
    SET_DEFAULT("SetDefault");

    private final String text;

    ReferentialAction(String text) {
        this.text = text;
    }

    /** The spelling in a schema, for example {@code SetNull}. */
    public String text() {
        return text;
    }
}
