package dev.prisma4j.schema.syntax;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stands between braces, one line at a time. A block whose closing brace is missing is no block at all: its
 * lines are then read again as lines of the top level.
 */
final class BlockParser {

    private final Scanner scanner;
    private final LineMessages messages;
    private final ExpressionParser expressions;
    private final FieldParser fields;
    /** Places from which reading a body runs into the end of the text: many unclosed blocks stay linear. */
    private final Map<Body, BitSet> unclosed = new EnumMap<>(Body.class);

    private final Offsets lineStarts = new Offsets();
    private Documentation documentation = new Documentation();

    /** What kinds of lines a block may have. */
    private enum Body {
        FIELDS,
        VALUES,
        PROPERTIES
    }

    BlockParser(Scanner scanner, LineMessages messages) {
        this.scanner = scanner;
        this.messages = messages;
        this.expressions = new ExpressionParser(scanner);
        this.fields = new FieldParser(scanner, expressions, messages);
    }

    FieldParser fields() {
        return fields;
    }

    @Nullable
    ModelBlock model(int start, ModelBlock.Kind kind, Identifier name, Documentation before) {
        List<BlockItem> items =
                body(Body.FIELDS, () -> modelLine(kind, name), trouble -> messages.modelLine(trouble, kind));
        if (items == null) {
            return null;
        }
        return new ModelBlock(
                kind,
                name,
                before.take(null),
                items,
                only(items, FieldDeclaration.class),
                only(items, BlockAttribute.class),
                scanner.spanFrom(start));
    }

    @Nullable
    EnumBlock enumeration(int start, Identifier name, Documentation before) {
        List<BlockItem> items = body(Body.VALUES, this::enumLine, messages::enumLine);
        if (items == null) {
            return null;
        }
        return new EnumBlock(
                name,
                before.take(null),
                items,
                only(items, EnumMember.class),
                only(items, BlockAttribute.class),
                scanner.spanFrom(start));
    }

    @Nullable
    ConfigBlock config(int start, ConfigBlock.Kind kind, Identifier name, Documentation before) {
        List<BlockItem> items = body(Body.PROPERTIES, this::property, trouble -> messages.configLine(trouble, kind));
        if (items == null) {
            return null;
        }
        return new ConfigBlock(
                kind, name, before.directlyBefore(null), items, only(items, Property.class), scanner.spanFrom(start));
    }

    private static <T extends BlockItem> List<T> only(List<BlockItem> items, Class<T> type) {
        List<T> found = new ArrayList<>(items.size());
        for (BlockItem item : items) {
            if (type.isInstance(item)) {
                found.add(type.cast(item));
            }
        }
        return found;
    }

    /** Reads one line of a block with its line break, or returns null. */
    private interface LineReader {
        @Nullable
        BlockItem read();
    }

    /** The items up to and with the closing brace, or null if the text ends before. */
    private @Nullable List<BlockItem> body(Body body, LineReader reader, Consumer<LineTrouble> report) {
        int mark = scanner.mark();
        BitSet known = unclosed.get(body);
        List<BlockItem> items = new ArrayList<>();
        List<LineTrouble> troubles = new ArrayList<>(0);
        documentation = new Documentation();
        lineStarts.clear();
        while (!scanner.atEnd() && (known == null || !known.get(scanner.position()))) {
            lineStarts.add(scanner.position());
            BlockItem item = scanner.blankLine();
            if (item == null) {
                scanner.skipBlanks();
                if (scanner.accept('}')) {
                    troubles.forEach(report);
                    return items;
                }
                item = commentOrLine(reader, troubles);
            }
            if (item == null) {
                break;
            }
            if (item instanceof Comment comment) {
                documentation.add(comment);
            } else {
                documentation.endGroup();
            }
            items.add(item);
        }
        scanner.forgetSince(mark);
        lineStarts.addTo(unclosed.computeIfAbsent(body, any -> new BitSet()));
        return null;
    }

    /** A comment, a line as its reader reads it, or a line that is in trouble; null if the text ends before the line. */
    private @Nullable BlockItem commentOrLine(LineReader reader, List<LineTrouble> troubles) {
        Comment comment = scanner.ownLineComment();
        if (comment != null) {
            return comment;
        }
        int start = scanner.position();
        int mark = scanner.mark();
        scanner.takeFurthest();
        expressions.takeTooDeep();
        BlockItem item = reader.read();
        if (item != null) {
            return item;
        }
        int understoodTo = scanner.takeFurthest();
        scanner.forgetSince(mark);
        scanner.moveTo(start);
        scanner.skipLine();
        if (!scanner.acceptLineBreak()) {
            return null;
        }
        InvalidLine line = new InvalidLine(scanner.spanFrom(start));
        troubles.add(new LineTrouble(line, understoodTo, expressions.takeTooDeep()));
        return line;
    }

    private @Nullable BlockItem modelLine(ModelBlock.Kind kind, Identifier block) {
        return scanner.ahead() == '@' ? blockAttribute() : fields.field(kind, block, documentation);
    }

    private @Nullable BlockItem enumLine() {
        if (scanner.ahead() == '@') {
            return blockAttribute();
        }
        int start = scanner.position();
        Identifier name = scanner.identifier();
        if (name == null) {
            return null;
        }
        List<Attribute> attributes = expressions.attributes();
        Comment trailing = scanner.comment();
        if (!endOfLine()) {
            return null;
        }
        return new EnumMember(name, attributes, trailing, documentation.take(trailing), scanner.spanFrom(start));
    }

    private @Nullable BlockAttribute blockAttribute() {
        int start = scanner.position();
        if (!scanner.accept("@@")) {
            return null;
        }
        Attribute attribute = expressions.attribute(start);
        if (attribute == null) {
            return null;
        }
        scanner.skipBlanks();
        Comment trailing = scanner.comment();
        return endOfLine() ? new BlockAttribute(attribute, trailing, documentation.directlyBefore(trailing)) : null;
    }

    private @Nullable Property property() {
        int start = scanner.position();
        Identifier name = scanner.identifier();
        scanner.skipBlanks();
        if (name == null || !scanner.accept('=')) {
            return null;
        }
        scanner.skipBlanks();
        int beforeValue = scanner.position();
        Expression value = expressions.expression();
        if (value == null) {
            scanner.moveTo(beforeValue);
        }
        scanner.skipBlanks();
        Comment trailing = scanner.comment();
        Property property = new Property(name, value, trailing, scanner.spanFrom(start));
        return endOfLine() ? property : null;
    }

    private boolean endOfLine() {
        scanner.skipBlanks();
        return scanner.acceptLineBreak();
    }
}
