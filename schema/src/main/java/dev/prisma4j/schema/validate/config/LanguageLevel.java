package dev.prisma4j.schema.validate.config;

/** Which versions of Prisma a schema may be written for. They differ in the configuration blocks only. */
public enum LanguageLevel {
    /**
     * Prisma 5, 6 and 7: {@code url}, {@code directUrl} and {@code shadowDatabaseUrl} may stand in the datasource, and
     * preview features that Prisma 7 has dropped are a warning. The default, so that existing projects open.
     */
    PRISMA_5_TO_7,
    /** Prisma 7 alone, which refuses both. */
    PRISMA_7
}
