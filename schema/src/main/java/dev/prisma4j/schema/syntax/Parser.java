package dev.prisma4j.schema.syntax;

import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads one schema file. Never fails: what is not understood becomes an {@link InvalidLine} or an {@link UnknownBlock}
 * and is reported, and reading goes on with the next line. Takes time linear in the size of the text.
 *
 * <p>This class knows the top level; {@link BlockParser} reads what stands between braces.
 */
public final class Parser {

    private final Scanner scanner;
    private final BlockParser blocks;
    private final LineMessages messages;
    private final Documentation documentation = new Documentation();
    /** Whether a search for a closing brace anywhere has come back without one. */
    private boolean noBraceAhead;

    private Parser(SourceFile file) {
        this.scanner = new Scanner(file);
        this.messages = new LineMessages(file, scanner);
        this.blocks = new BlockParser(scanner, messages);
    }

    /**
     * {@return the tree of the file}
     *
     * @param file what to read
     * @param diagnostics receives every error of the syntax, and names that may not be written as they are
     */
    public static SyntaxTree parse(SourceFile file, Diagnostics diagnostics) {
        Parser parser = new Parser(file);
        List<TopLevelItem> items = new ArrayList<>();
        while (parser.hasMore()) {
            items.add(parser.item());
        }
        parser.scanner.findings().forEach(diagnostics::add);
        SyntaxTree tree = new SyntaxTree(file, items);
        NameRules.check(tree, diagnostics);
        return tree;
    }

    private boolean hasMore() {
        int start = scanner.position();
        scanner.skipBlanks();
        if (scanner.atEnd()) {
            return false;
        }
        if (Characters.isLineBreak(scanner.ahead())) {
            scanner.moveTo(start);
        }
        return true;
    }

    private TopLevelItem item() {
        BlankLine blank = scanner.blankLine();
        if (blank != null) {
            documentation.detachGroup();
            return blank;
        }
        Comment comment = scanner.ownLineComment();
        if (comment != null) {
            documentation.add(comment);
            return comment;
        }
        int start = scanner.position();
        TopLevelItem block = block(start);
        documentation.endGroup();
        return block != null ? block : invalidLine(start);
    }

    /** Whatever begins with a word, or null. Keywords need no blank after them. */
    private @Nullable TopLevelItem block(int start) {
        TopLevelItem found = switch (scanner.ahead()) {
            case 'm' -> model(start, ModelBlock.Kind.MODEL);
            case 'v' -> model(start, ModelBlock.Kind.VIEW);
            case 't' -> compositeTypeOrAlias(start);
            case 'e' -> enumeration(start);
            case 'd' -> config(start, ConfigBlock.Kind.DATASOURCE);
            case 'g' -> config(start, ConfigBlock.Kind.GENERATOR);
            default -> null;
        };
        if (found == null) {
            scanner.moveTo(start);
            found = unknownBlock(start);
        }
        return found;
    }

    private @Nullable TopLevelItem model(int start, ModelBlock.Kind kind) {
        Identifier name = header(kind.keyword());
        return name == null ? null : blocks.model(start, kind, name, documentation);
    }

    private @Nullable TopLevelItem enumeration(int start) {
        Identifier name = header("enum");
        return name == null ? null : blocks.enumeration(start, name, documentation);
    }

    private @Nullable TopLevelItem config(int start, ConfigBlock.Kind kind) {
        Identifier name = header(kind.keyword());
        return name == null ? null : blocks.config(start, kind, name, documentation);
    }

    private @Nullable TopLevelItem compositeTypeOrAlias(int start) {
        TopLevelItem block = model(start, ModelBlock.Kind.TYPE);
        if (block != null) {
            return block;
        }
        scanner.moveTo(start);
        return alias(start);
    }

    private @Nullable TypeAlias alias(int start) {
        Identifier name = keywordAndName("type");
        if (name == null || !scanner.accept('=')) {
            return null;
        }
        scanner.skipBlanks();
        TypeReference target = blocks.fields().typeReference();
        if (target == null) {
            return null;
        }
        int mark = scanner.mark();
        blocks.fields().attributes();
        scanner.forgetSince(mark);
        TypeAlias alias = new TypeAlias(name, target, scanner.spanFrom(start));
        messages.alias(alias);
        return alias;
    }

    /** A keyword, a name and an opening brace; the rest of the line after it means nothing. */
    private @Nullable Identifier header(String keyword) {
        Identifier name = keywordAndName(keyword);
        if (name == null || !scanner.accept('{')) {
            return null;
        }
        scanner.skipLine();
        return scanner.acceptLineBreak() ? name : null;
    }

    private @Nullable Identifier keywordAndName(String keyword) {
        if (!scanner.accept(keyword)) {
            return null;
        }
        scanner.skipBlanks();
        Identifier name = scanner.identifier();
        scanner.skipBlanks();
        return name;
    }

    /** One word and anything up to the next closing brace, which may not be on the first line. */
    private @Nullable UnknownBlock unknownBlock(int start) {
        Identifier keyword = scanner.identifier();
        scanner.skipBlanks();
        if (keyword == null || noBraceAhead || !scanner.accept('{')) {
            return null;
        }
        scanner.skipLine();
        if (!scanner.acceptLineBreak()) {
            return null;
        }
        if (!scanner.skipBehind('}')) {
            noBraceAhead = true;
            return null;
        }
        UnknownBlock block = new UnknownBlock(keyword, scanner.spanFrom(start));
        messages.unknownBlock(block);
        return block;
    }

    private InvalidLine invalidLine(int start) {
        scanner.moveTo(start);
        scanner.skipLine();
        scanner.acceptLineBreak();
        InvalidLine line = new InvalidLine(scanner.spanFrom(start));
        messages.topLevelLine(line);
        return line;
    }
}
