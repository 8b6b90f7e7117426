package dev.prisma4j.schema.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads attributes, their arguments and the values in them. All of it stands on one line. A method that returns null
 * has found no such thing; the caller then gives up the line, so where it leaves the scanner does not matter.
 */
final class ExpressionParser {

    /** Nesting beyond this is given up, so that no input exhausts the stack here or in what walks the tree later. */
    static final int MAX_DEPTH = 200;

    private final Scanner scanner;
    private int depth;
    private boolean tooDeep;

    ExpressionParser(Scanner scanner) {
        this.scanner = scanner;
    }

    /** Whether a line was given up since the last call because it is nested too deeply. */
    boolean takeTooDeep() {
        boolean result = tooDeep;
        tooDeep = false;
        return result;
    }

    /** The rest of an attribute whose sign, at {@code start}, has been read. */
    @Nullable
    Attribute attribute(int start) {
        scanner.skipBlanks();
        Identifier name = scanner.path();
        if (name == null) {
            return null;
        }
        scanner.skipBlanks();
        int beforeArguments = scanner.position();
        ArgumentList arguments = null;
        if (scanner.ahead() == '(') {
            arguments = arguments();
            if (arguments == null) {
                scanner.moveTo(beforeArguments);
            }
        }
        return new Attribute(name, arguments, scanner.spanFrom(start));
    }

    /** The attributes of a field, up to the first thing that is none. Blanks after them are skipped. */
    List<Attribute> attributes() {
        List<Attribute> attributes = new ArrayList<>(3);
        while (true) {
            scanner.skipBlanks();
            int start = scanner.position();
            if (!scanner.accept('@')) {
                return attributes;
            }
            Attribute attribute = attribute(start);
            if (attribute == null) {
                scanner.moveTo(start);
                return attributes;
            }
            attributes.add(attribute);
        }
    }

    /** Arguments in parentheses; the opening one is ahead. */
    private @Nullable ArgumentList arguments() {
        int start = scanner.position();
        scanner.accept('(');
        List<Argument> arguments = new ArrayList<>(2);
        while (true) {
            scanner.skipBlanks();
            boolean comma = !arguments.isEmpty() && scanner.accept(',');
            scanner.skipBlanks();
            // a comma may follow the last argument, and may even stand alone
            boolean loneComma = arguments.isEmpty() && scanner.accept(',');
            scanner.skipBlanks();
            if (scanner.accept(')')) {
                return new ArgumentList(arguments, comma || loneComma, scanner.spanFrom(start));
            }
            if (loneComma || !arguments.isEmpty() && !comma) {
                return null;
            }
            Argument argument = argument();
            if (argument == null) {
                return null;
            }
            arguments.add(argument);
        }
    }

    private @Nullable Argument argument() {
        int start = scanner.position();
        Identifier name = scanner.identifier();
        if (name != null) {
            scanner.skipBlanks();
            if (scanner.accept(':')) {
                int afterColon = scanner.position();
                scanner.skipBlanks();
                if (scanner.ahead() == ',' || scanner.ahead() == ')') {
                    scanner.moveTo(afterColon);
                    return new Argument(name, null, scanner.spanFrom(start));
                }
                Expression value = expression();
                return value == null ? null : new Argument(name, value, scanner.spanFrom(start));
            }
            scanner.moveTo(start);
        }
        Expression value = expression();
        return value == null ? null : new Argument(null, value, value.span());
    }

    /** Any value, or null. */
    @Nullable
    Expression expression() {
        if (depth == MAX_DEPTH) {
            tooDeep = true;
            return null;
        }
        depth++;
        try {
            return switch (scanner.ahead()) {
                case '"' -> scanner.string();
                case '[' -> array();
                case '{' -> object();
                case '-' -> scanner.number();
                default -> word();
            };
        } finally {
            depth--;
        }
    }

    /** A number, a function or a constant. Digits may begin the name of a function too, but not of a constant. */
    private @Nullable Expression word() {
        int start = scanner.position();
        if (Characters.isDigit(scanner.ahead())) {
            Expression number = scanner.number();
            int afterNumber = scanner.position();
            scanner.skipBlanks();
            if (scanner.ahead() == ',' || scanner.ahead() == ')' || scanner.ahead() == ']') {
                scanner.moveTo(afterNumber);
                return number;
            }
            scanner.moveTo(start);
        }
        return functionOrConstant(start);
    }

    /** A function or a constant; where neither, a number that something unusual follows. */
    private @Nullable Expression functionOrConstant(int start) {
        boolean digit = Characters.isDigit(scanner.ahead());
        Identifier name = scanner.path();
        if (name == null) {
            return null;
        }
        int afterName = scanner.position();
        scanner.skipBlanks();
        if (scanner.ahead() == '(') {
            ArgumentList arguments = arguments();
            return arguments == null ? null : new Expression.FunctionCall(name, arguments, scanner.spanFrom(start));
        }
        if (digit) {
            scanner.moveTo(start);
            return scanner.number();
        }
        scanner.moveTo(afterName);
        return new Expression.Constant(name.text(), name.span());
    }

    private @Nullable Expression array() {
        int start = scanner.position();
        scanner.accept('[');
        List<Expression> elements = new ArrayList<>(4);
        scanner.skipBlanks();
        if (!scanner.accept(']')) {
            do {
                scanner.skipBlanks();
                Expression element = expression();
                if (element == null) {
                    return null;
                }
                elements.add(element);
                scanner.skipBlanks();
            } while (scanner.accept(','));
            if (!scanner.accept(']')) {
                return null;
            }
        }
        return new Expression.ArrayLiteral(elements, scanner.spanFrom(start));
    }

    private @Nullable Expression object() {
        int start = scanner.position();
        scanner.accept('{');
        List<Expression.Member> members = new ArrayList<>(2);
        scanner.skipBlanks();
        if (!scanner.accept('}')) {
            do {
                scanner.skipBlanks();
                Expression.Member member = member();
                if (member == null) {
                    return null;
                }
                members.add(member);
                scanner.skipBlanks();
            } while (scanner.accept(','));
            if (!scanner.accept('}')) {
                return null;
            }
        }
        return new Expression.ObjectLiteral(members, scanner.spanFrom(start));
    }

    private Expression.@Nullable Member member() {
        int start = scanner.position();
        Identifier name = scanner.identifier();
        scanner.skipBlanks();
        if (name == null || !scanner.accept(':')) {
            return null;
        }
        scanner.skipBlanks();
        Expression value = expression();
        return value == null ? null : new Expression.Member(name, value, scanner.spanFrom(start));
    }
}
