package dev.prisma4j.engine.sql.dialect;

/** Isolation levels in SQL. */
final class Isolation {
    private Isolation() {}

    /** The statement that sets the level of a transaction. */
    static String statement(String level) {
        return "SET TRANSACTION ISOLATION LEVEL "
                + switch (level) {
                    case "ReadUncommitted" -> "READ UNCOMMITTED";
                    case "ReadCommitted" -> "READ COMMITTED";
                    case "RepeatableRead" -> "REPEATABLE READ";
                    case "Serializable" -> "SERIALIZABLE";
                    default -> throw new IllegalArgumentException(level);
                };
    }
}
