package dev.prisma4j.schema.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.schema.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prints a tree from its leaves, and from the text between two of them only if that is blanks and punctuation. So it
 * gives the text back exactly if every word and every comment of it is in the tree, at its place, once.
 */
final class TreeText {

    private final List<SyntaxNode> leaves = new ArrayList<>();

    private TreeText() {}

    static String of(SyntaxTree tree) {
        TreeText printer = new TreeText();
        tree.items().forEach(printer::item);
        printer.leaves.sort(Comparator.comparingInt(leaf -> leaf.span().start()));
        String text = tree.file().text();
        StringBuilder out = new StringBuilder();
        for (SyntaxNode leaf : printer.leaves) {
            out.append(gap(text, out.length(), leaf.span().start()))
                    .append(leaf.span().text());
        }
        return out.append(gap(text, out.length(), text.length())).toString();
    }

    private static String gap(String text, int from, int to) {
        assertThat(from).as("leaves do not overlap").isLessThanOrEqualTo(to);
        String gap = text.substring(from, to);
        String rest = gap.replaceAll("\\{[^\\r\\n]*", "{");
        assertThat(rest).matches("(model|view|type|enum|datasource|generator|[\\p{Z}\\s@{}()\\[\\]:,=?!.])*+");
        return gap;
    }

    private void item(TopLevelItem item) {
        if (item instanceof ModelBlock model) {
            block(model.span(), model.name(), model.items());
        } else if (item instanceof EnumBlock enumeration) {
            block(enumeration.span(), enumeration.name(), enumeration.items());
        } else if (item instanceof ConfigBlock config) {
            block(config.span(), config.name(), config.items());
        } else {
            leaves.add(item);
        }
    }

    private void block(Span span, Identifier name, List<BlockItem> items) {
        leaves.add(name);
        for (BlockItem item : items) {
            assertThat(span.start()).isLessThanOrEqualTo(item.span().start());
            assertThat(span.end()).isGreaterThanOrEqualTo(item.span().end());
            blockItem(item);
        }
    }

    private void blockItem(BlockItem item) {
        if (item instanceof FieldDeclaration field) {
            field(field.name(), field.type(), field.attributes(), field.trailing());
        } else if (item instanceof FaultyField field) {
            field(field.name(), field.type(), field.attributes(), field.trailing());
        } else if (item instanceof EnumMember member) {
            field(member.name(), null, member.attributes(), member.trailing());
        } else if (item instanceof BlockAttribute attribute) {
            field(null, null, List.of(attribute.attribute()), attribute.trailing());
        } else if (item instanceof Property property) {
            field(property.name(), null, List.of(), property.trailing());
            if (property.value() != null) {
                expression(property.value());
            }
        } else {
            leaves.add(item);
        }
    }

    private void field(
            @Nullable Identifier name,
            @Nullable TypeReference type,
            List<Attribute> attributes,
            @Nullable Comment trailing) {
        if (name != null) {
            leaves.add(name);
        }
        if (type != null) {
            leaves.add(type);
        }
        for (Attribute attribute : attributes) {
            leaves.add(attribute.name());
            attribute.argumentsOrNone().forEach(this::argument);
        }
        if (trailing != null) {
            leaves.add(trailing);
        }
    }

    private void argument(Argument argument) {
        if (argument.name() != null) {
            leaves.add(argument.name());
        }
        if (argument.value() != null) {
            expression(argument.value());
        }
    }

    private void expression(Expression expression) {
        if (expression instanceof Expression.ArrayLiteral array) {
            array.elements().forEach(this::expression);
        } else if (expression instanceof Expression.FunctionCall call) {
            leaves.add(call.name());
            call.arguments().arguments().forEach(this::argument);
        } else if (expression instanceof Expression.ObjectLiteral object) {
            object.members().forEach(member -> {
                leaves.add(member.name());
                expression(member.value());
            });
        } else {
            leaves.add(expression);
        }
    }
}
