package dev.prisma4j.schema.syntax;

import dev.prisma4j.schema.source.SourceFile;
import dev.prisma4j.schema.source.Span;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one schema file says, item by item in the order of the text. Between two items there are only blanks and line
 * breaks.
 *
 * @param file the file that was parsed
 * @param items everything at the top level, comments and blank lines included
 */
public record SyntaxTree(SourceFile file, List<TopLevelItem> items) implements SyntaxNode {

    /** Copies the list. */
    public SyntaxTree {
        items = List.copyOf(items);
    }

    /** {@return the whole file} */
    @Override
    public Span span() {
        return file.span(0, file.text().length());
    }

    /** {@return the models, views and composite types, in order} */
    public Stream<ModelBlock> models() {
        return items.stream().filter(ModelBlock.class::isInstance).map(ModelBlock.class::cast);
    }

    /** {@return the enums, in order} */
    public Stream<EnumBlock> enums() {
        return items.stream().filter(EnumBlock.class::isInstance).map(EnumBlock.class::cast);
    }

    /** {@return the datasources and generators, in order} */
    public Stream<ConfigBlock> configs() {
        return items.stream().filter(ConfigBlock.class::isInstance).map(ConfigBlock.class::cast);
    }
}
