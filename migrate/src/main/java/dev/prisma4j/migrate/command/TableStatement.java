package dev.prisma4j.migrate.command;

import dev.prisma4j.migrate.script.SqlTokens;
import java.util.Set;

/**
 * Reads a statement as far as tables can show what it does: the shapes that renderers write, and the same written by hand.
 * Whatever else a statement says would be lost if it were written anew from the tables, so it is not one of these.
 */
final class TableStatement {
    private static final Set<String> NO_NAMES = Set.of(
            "LIKE",
            "CHECK",
            "EXCLUDE",
            "USING",
            "GENERATED",
            "AS",
            "COLLATE",
            "PERIOD",
            "SELECT",
            "NULLS",
            "WITH",
            "WHERE",
            "ON",
            "NOT",
            "DEFAULT",
            "SET",
            "OWNER",
            "FORCE",
            "ENABLE",
            "DISABLE");
    private static final String[] ACTIONS = {"CASCADE", "RESTRICT"};

    private final SqlTokens tokens;

    private TableStatement(SqlTokens tokens) {
        this.tokens = tokens;
    }

    /** Whether tables show all that the statement does. */
    static boolean is(SqlTokens tokens) {
        TableStatement reader = new TableStatement(tokens);
        return reader.statement() && tokens.isAtEnd();
    }

    private boolean statement() {
        if (tokens.take("CREATE")) {
            return create();
        } else if (tokens.take("ALTER")) {
            return alter();
        } else if (tokens.take("DROP")) {
            return drop();
        } else if (tokens.take("RENAME", "TABLE")) {
            return name() && tokens.take("TO") && name();
        } else if (tokens.take("SET", "FOREIGN_KEY_CHECKS", "=")) {
            return tokens.takeOneOf("0", "1");
        } else if (tokens.take("PRAGMA")) {
            return tokens.takeOneOf("FOREIGN_KEYS", "DEFER_FOREIGN_KEYS", "WRITABLE_SCHEMA", "FOREIGN_KEY_CHECK")
                    && (!tokens.take("=") || tokens.takeOneOf("ON", "OFF", "0", "1", "TRUE", "FALSE"));
        }
        return tokens.take("BEGIN") || tokens.take("COMMIT");
    }

    // ---- pieces

    private boolean name() {
        return !NO_NAMES.contains(tokens.peek()) && !tokens.takeName().isEmpty();
    }

    private boolean names() {
        do {
            if (!name()) {
                return false;
            }
        } while (tokens.take(","));
        return true;
    }

    private boolean strings() {
        do {
            if (!tokens.isString()) {
                return false;
            }
            tokens.next();
        } while (tokens.take(","));
        return true;
    }

    private boolean type() {
        if (!name()) {
            return false;
        }
        tokens.takeOneOf("PRECISION", "VARYING");
        if (tokens.peek().equals("(") && !tokens.takeBalanced()) {
            return false;
        }
        tokens.take("UNSIGNED");
        if (!tokens.take("WITH", "TIME", "ZONE")) {
            tokens.take("WITHOUT", "TIME", "ZONE");
        }
        while (tokens.take("[", "]")) {
            continue;
        }
        return true;
    }

    /** A default: a literal, a call, something in parentheses, and what operators make of these. */
    private boolean expression() {
        do {
            tokens.takeOneOf("-", "+");
            boolean array = tokens.peek().equals("ARRAY");
            if (tokens.peek().equals("(")) {
                tokens.takeBalanced();
            } else if (tokens.isString() || tokens.peek().matches("\\d.*")) {
                tokens.next();
            } else if (tokens.take("INTERVAL")) {
                tokens.next();
            } else if (!name()) {
                return false;
            } else if (tokens.peek().equals("(") || array) {
                tokens.takeBalanced();
            }
            while (tokens.take("::")) {
                if (!type()) {
                    return false;
                }
            }
        } while (tokens.takeOneOf("+", "-", "*", "/") || tokens.take("|", "|") || tokens.take("AT", "TIME", "ZONE"));
        return true;
    }

    /** The columns of an index or key: names with a length, a class of operators, a direction. */
    private boolean keyColumns() {
        if (!tokens.take("(")) {
            return false;
        }
        do {
            if (!name()) {
                return false;
            }
            if (tokens.take("(")) {
                boolean length = tokens.next().matches("\\d+");
                if (!length || !tokens.take(")")) {
                    return false;
                }
            }
            if (!tokens.takeOneOf("ASC", "DESC")
                    && tokens.isName()
                    && (!name() || tokens.peek().equals("("))) {
                return false;
            }
            tokens.takeOneOf("ASC", "DESC");
        } while (tokens.take(","));
        return tokens.take(")");
    }

    // ---- tables

    private boolean column() {
        if (!name() || !type()) {
            return false;
        }
        while (true) {
            if (tokens.take("NOT", "NULL") || tokens.take("NULL") || tokens.take("UNIQUE")) {
                continue;
            } else if (tokens.take("PRIMARY", "KEY")) {
                tokens.take("AUTOINCREMENT");
            } else if (tokens.take("AUTO_INCREMENT") || tokens.take("FIRST")) {
                continue;
            } else if (tokens.take("DEFAULT")) {
                if (!expression()) {
                    return false;
                }
            } else if (tokens.take("AFTER")) {
                if (!name()) {
                    return false;
                }
            } else if (tokens.peek().equals("REFERENCES")) {
                if (!references()) {
                    return false;
                }
            } else {
                return true;
            }
        }
    }

    private boolean references() {
        if (!tokens.take("REFERENCES") || !name() || tokens.peek().equals("(") && !keyColumns()) {
            return false;
        }
        while (tokens.take("ON", "DELETE") || tokens.take("ON", "UPDATE")) {
            boolean action = tokens.takeOneOf(ACTIONS)
                    || tokens.take("NO", "ACTION")
                    || tokens.take("SET", "NULL")
                    || tokens.take("SET", "DEFAULT");
            if (!action) {
                return false;
            }
        }
        return true;
    }

    private boolean isConstraint() {
        String first = tokens.peek();
        boolean kind = Set.of("CONSTRAINT", "FOREIGN", "PRIMARY", "UNIQUE", "FULLTEXT", "SPATIAL", "INDEX", "KEY")
                .contains(first);
        return kind && !tokens.peek(1).isEmpty();
    }

    private boolean constraint() {
        if (tokens.take("CONSTRAINT") && !name()) {
            return false;
        }
        if (tokens.take("PRIMARY", "KEY")) {
            return keyColumns();
        } else if (tokens.take("FOREIGN", "KEY")) {
            return keyColumns() && references();
        }
        tokens.takeOneOf("UNIQUE", "FULLTEXT", "SPATIAL");
        tokens.takeOneOf("INDEX", "KEY");
        return (tokens.peek().equals("(") || name()) && keyColumns();
    }

    private boolean createTable() {
        tokens.take("IF", "NOT", "EXISTS");
        if (!name() || !tokens.take("(")) {
            return false;
        }
        do {
            if (!(isConstraint() ? constraint() : column())) {
                return false;
            }
        } while (tokens.take(","));
        if (!tokens.take(")")) {
            return false;
        }
        while (tokens.take("DEFAULT", "CHARACTER", "SET", "UTF8MB4")
                || tokens.take("COLLATE", "UTF8MB4_UNICODE_CI")
                || tokens.take("ENGINE", "=", "INNODB")) {
            continue;
        }
        return true;
    }

    private boolean alterTable() {
        tokens.take("IF", "EXISTS");
        tokens.take("ONLY");
        if (!name()) {
            return false;
        }
        do {
            if (!change()) {
                return false;
            }
        } while (tokens.take(","));
        return true;
    }

    private boolean change() {
        if (tokens.take("ADD")) {
            if (isConstraint()) {
                return constraint();
            }
            tokens.take("COLUMN");
            tokens.take("IF", "NOT", "EXISTS");
            return column();
        } else if (tokens.take("DROP")) {
            return tokens.take("PRIMARY", "KEY") || dropPart();
        } else if (tokens.take("ALTER")) {
            tokens.take("COLUMN");
            return name() && alterColumn();
        } else if (tokens.take("MODIFY")) {
            tokens.take("COLUMN");
            return column();
        } else if (tokens.take("CHANGE")) {
            tokens.take("COLUMN");
            return name() && column();
        } else if (tokens.take("RENAME")) {
            if (tokens.take("TO")) {
                return name();
            }
            tokens.takeOneOf("COLUMN", "CONSTRAINT", "INDEX", "KEY");
            return name() && tokens.take("TO") && name();
        }
        return false;
    }

    private boolean dropPart() {
        if (!tokens.take("FOREIGN", "KEY")) {
            tokens.takeOneOf("COLUMN", "CONSTRAINT", "INDEX", "KEY");
        }
        tokens.take("IF", "EXISTS");
        boolean named = name();
        tokens.takeOneOf(ACTIONS);
        return named;
    }

    private boolean alterColumn() {
        if (tokens.take("SET", "NOT", "NULL") || tokens.take("DROP", "NOT", "NULL") || tokens.take("DROP", "DEFAULT")) {
            return true;
        } else if (tokens.take("SET", "DEFAULT")) {
            return expression();
        }
        tokens.take("SET", "DATA");
        return tokens.take("TYPE") && type() && (!tokens.take("USING") || expression());
    }

    // ---- everything else

    private boolean create() {
        if (tokens.take("TABLE")) {
            return createTable();
        } else if (tokens.take("TYPE")) {
            return name() && tokens.take("AS", "ENUM", "(") && strings() && tokens.take(")");
        } else if (tokens.take("SCHEMA")) {
            tokens.take("IF", "NOT", "EXISTS");
            return name();
        } else if (tokens.take("SEQUENCE")) {
            return name();
        }
        tokens.takeOneOf("UNIQUE", "FULLTEXT", "SPATIAL");
        return tokens.take("INDEX") && createIndex();
    }

    private boolean createIndex() {
        tokens.take("CONCURRENTLY");
        tokens.take("IF", "NOT", "EXISTS");
        if (!name() || !tokens.take("ON")) {
            return false;
        }
        tokens.take("ONLY");
        return name() && (!tokens.take("USING") || name()) && keyColumns();
    }

    private boolean alter() {
        if (tokens.take("TABLE")) {
            return alterTable();
        } else if (tokens.take("INDEX")) {
            tokens.take("IF", "EXISTS");
            return name() && tokens.take("RENAME", "TO") && name();
        } else if (tokens.take("SEQUENCE")) {
            return name() && tokens.take("OWNED", "BY") && name();
        }
        return tokens.take("TYPE") && name() && alterType();
    }

    private boolean alterType() {
        if (tokens.take("RENAME", "TO")) {
            return name();
        } else if (tokens.take("RENAME", "VALUE")) {
            return strings() && tokens.take("TO") && strings();
        }
        if (!tokens.take("ADD", "VALUE")) {
            return false;
        }
        tokens.take("IF", "NOT", "EXISTS");
        return strings() && (!tokens.takeOneOf("BEFORE", "AFTER") || strings());
    }

    private boolean drop() {
        if (!tokens.takeOneOf("TABLE", "INDEX", "TYPE", "SEQUENCE")) {
            return false;
        }
        tokens.take("CONCURRENTLY");
        tokens.take("IF", "EXISTS");
        if (!names()) {
            return false;
        }
        boolean onTable = !tokens.take("ON") || name();
        tokens.takeOneOf(ACTIONS);
        return onTable;
    }
}
