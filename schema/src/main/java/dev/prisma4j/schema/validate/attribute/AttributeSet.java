package dev.prisma4j.schema.validate.attribute;

import dev.prisma4j.schema.syntax.Attribute;
import dev.prisma4j.schema.syntax.BlockAttribute;
import dev.prisma4j.schema.validate.message.AttributeMessages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of one field or block while they are read. Whoever knows an attribute takes it; {@link #finish(List)}
 * reports the rest.
 */
final class AttributeSet {
    private final AttributeContext context;
    private final boolean ofBlock;
    /** What is not taken yet; null for what is. */
    private final @Nullable Attribute[] left;

    private int count;

    private AttributeSet(AttributeContext context, boolean ofBlock, @Nullable Attribute[] attributes) {
        this.context = context;
        this.ofBlock = ofBlock;
        this.left = attributes;
        this.count = attributes.length;
    }

    static AttributeSet ofField(List<Attribute> attributes, AttributeContext context) {
        return new AttributeSet(context, false, attributes.toArray(new Attribute[0]));
    }

    static AttributeSet ofBlock(List<BlockAttribute> attributes, AttributeContext context) {
        @Nullable Attribute[] plain = new Attribute[attributes.size()];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = attributes.get(i).attribute();
        }
        return new AttributeSet(context, true, plain);
    }

    boolean isEmpty() {
        return count == 0;
    }

    private String sign() {
        return ofBlock ? "@@" : "@";
    }

    /** {@return the arguments of the only attribute with that name; several are reported and not read} */
    @Nullable
    AttributeArguments single(String name) {
        if (count == 0) {
            return null;
        }
        Attribute first = take(name);
        if (first == null) {
            return null;
        }
        Attribute second = take(name);
        if (second == null) {
            return AttributeArguments.open(first, context);
        }
        duplicate(name, first);
        for (Attribute next = second; next != null; next = take(name)) {
            duplicate(name, next);
        }
        return null;
    }

    private void duplicate(String name, Attribute attribute) {
        context.diagnostics().add(AttributeMessages.duplicateAttribute(sign() + name, attribute.span()));
    }

    private @Nullable Attribute take(String name) {
        for (int i = 0; i < left.length; i++) {
            Attribute attribute = left[i];
            if (attribute != null && attribute.name().text().equals(name)) {
                left[i] = null;
                count--;
                return attribute;
            }
        }
        return null;
    }

    /** {@return all attributes with that name} */
    List<Attribute> repeated(String name) {
        Attribute next = count == 0 ? null : take(name);
        if (next == null) {
            return List.of();
        }
        List<Attribute> found = new ArrayList<>(2);
        for (; next != null; next = take(name)) {
            found.add(next);
        }
        return found;
    }

    /** {@return the first attribute with a dot in its name; others are reported} */
    @Nullable
    Attribute nativeType() {
        Attribute first = null;
        for (int i = 0; i < left.length && count > 0; i++) {
            Attribute attribute = left[i];
            int dot = attribute == null ? -1 : attribute.name().text().indexOf('.');
            if (attribute == null || dot <= 0) {
                continue;
            }
            left[i] = null;
            count--;
            if (first == null) {
                first = attribute;
            } else {
                duplicate(attribute.name().text().substring(0, dot), attribute);
            }
        }
        return first;
    }

    /** Reports every attribute that nobody took. */
    void finish(List<String> known) {
        if (count == 0) {
            return;
        }
        List<String> written = known.stream().map(name -> sign() + name).toList();
        Stream.of(left).forEach(attribute -> {
            if (attribute != null) {
                context.diagnostics()
                        .add(AttributeMessages.unknownAttribute(
                                sign() + attribute.name().text(), attribute.span(), written));
            }
        });
    }
}
