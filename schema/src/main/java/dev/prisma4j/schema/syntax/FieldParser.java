package dev.prisma4j.schema.syntax;

import dev.prisma4j.schema.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the line of a field, in today's form or in one of those that earlier versions of Prisma had. */
final class FieldParser {

    private final Scanner scanner;
    private final ExpressionParser expressions;
    private final LineMessages messages;

    FieldParser(Scanner scanner, ExpressionParser expressions, LineMessages messages) {
        this.scanner = scanner;
        this.expressions = expressions;
        this.messages = messages;
    }

    List<Attribute> attributes() {
        return expressions.attributes();
    }

    /** A type as written, with its arity. */
    private record WrittenType(@Nullable TypeReference type, FaultyField.Form form, Span span) {}

    /** A whole line, or null. A field that is not as it should be has been reported. */
    @Nullable
    BlockItem field(ModelBlock.Kind kind, Identifier block, Documentation documentation) {
        int start = scanner.position();
        int mark = scanner.mark();
        Identifier name = scanner.identifier();
        if (name == null) {
            return null;
        }
        Span colon = colon();
        WrittenType type = writtenType();
        if (type == null) {
            return null;
        }
        List<Attribute> attributes = attributes();
        Comment trailing = scanner.comment();
        scanner.skipBlanks();
        if (!scanner.acceptLineBreak()) {
            return null;
        }
        Span span = scanner.spanFrom(start);
        FieldArity arity = arity(type.form);
        if (colon == null && type.type != null && arity != null) {
            String docs = documentation.take(trailing);
            return new FieldDeclaration(name, type.type, arity, attributes, trailing, docs, span);
        }
        FaultyField faulty = new FaultyField(name, colon, type.type, type.form, attributes, trailing, span);
        // of several faults the first alone is told; only a missing type lets those in the attributes stand
        if (colon != null || type.type != null) {
            scanner.forgetSince(mark);
        }
        messages.faultyField(faulty, type.span, kind, block);
        return faulty;
    }

    private @Nullable Span colon() {
        scanner.skipBlanks();
        int start = scanner.position();
        Span colon = scanner.accept(':') ? scanner.spanFrom(start) : null;
        scanner.skipBlanks();
        return colon;
    }

    /** The type and what belongs to it; one without a type if there is none; null where a bracket is left open. */
    private @Nullable WrittenType writtenType() {
        int start = scanner.position();
        if (scanner.accept('[')) {
            scanner.skipBlanks();
            TypeReference type = typeReference();
            scanner.skipBlanks();
            boolean closed = type != null && scanner.accept(']');
            return closed ? new WrittenType(type, FaultyField.Form.BRACKETED_LIST, scanner.spanFrom(start)) : null;
        }
        TypeReference type = typeReference();
        FaultyField.Form form = type == null ? FaultyField.Form.REQUIRED : form();
        return new WrittenType(type, form, scanner.spanFrom(start));
    }

    /** What follows a type; where nothing does, the scanner stays right behind the type. */
    private FaultyField.Form form() {
        int end = scanner.position();
        scanner.skipBlanks();
        if (scanner.accept('?')) {
            return FaultyField.Form.OPTIONAL;
        }
        if (scanner.accept('!')) {
            return FaultyField.Form.MARKED_REQUIRED;
        }
        if (scanner.accept("[]")) {
            end = scanner.position();
            scanner.skipBlanks();
            if (scanner.accept('?')) {
                return FaultyField.Form.OPTIONAL_LIST;
            }
            scanner.moveTo(end);
            return FaultyField.Form.LIST;
        }
        scanner.moveTo(end);
        return FaultyField.Form.REQUIRED;
    }

    private static @Nullable FieldArity arity(FaultyField.Form form) {
        return switch (form) {
            case REQUIRED -> FieldArity.REQUIRED;
            case OPTIONAL -> FieldArity.OPTIONAL;
            case LIST -> FieldArity.LIST;
            case MARKED_REQUIRED, BRACKETED_LIST, OPTIONAL_LIST -> null;
        };
    }

    /** A type without its arity, or null. The word {@code Unsupported} alone is an ordinary name. */
    @Nullable
    TypeReference typeReference() {
        int start = scanner.position();
        Identifier name = scanner.identifier();
        if (name == null) {
            return null;
        }
        if (name.text().equals("Unsupported") && scanner.accept('(')) {
            scanner.skipBlanks();
            Expression.StringLiteral databaseType = scanner.string();
            scanner.skipBlanks();
            if (databaseType != null && scanner.accept(')')) {
                return new TypeReference.Unsupported(databaseType, scanner.spanFrom(start));
            }
            scanner.moveTo(name.span().end());
        }
        return new TypeReference.Named(name);
    }
}
