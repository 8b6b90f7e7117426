package dev.prisma4j.schema.validate.attribute;

import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.syntax.Attribute;
import dev.prisma4j.schema.validate.message.AttributeMessages;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of one field or block while they are read. Whoever knows an attribute takes it; {@link #finish()}
 * reports the rest.
 */
final class AttributeSet {
    private final List<Attribute> left;
    private final String sign;
    private final List<String> asked = new ArrayList<>();
    private final Diagnostics diagnostics;

    AttributeSet(List<Attribute> attributes, boolean ofBlock, Diagnostics diagnostics) {
        this.left = new ArrayList<>(attributes);
        this.sign = ofBlock ? "@@" : "@";
        this.diagnostics = diagnostics;
    }

    boolean isEmpty() {
        return left.isEmpty();
    }

    /** {@return the arguments of the only attribute with that name; several are reported and not read} */
    @Nullable
    AttributeArguments single(String name) {
        asked.add(name);
        if (left.isEmpty()) {
            return null;
        }
        List<Attribute> found = removeNamed(name);
        if (found.size() > 1) {
            found.forEach(attribute ->
                    diagnostics.add(AttributeMessages.duplicateAttribute(sign + name, attribute.span())));
            return null;
        }
        return found.isEmpty() ? null : AttributeArguments.open(found.get(0), diagnostics);
    }

    /** {@return all attributes with that name} */
    List<Attribute> repeated(String name) {
        asked.add(name);
        return left.isEmpty() ? List.of() : removeNamed(name);
    }

    private List<Attribute> removeNamed(String name) {
        List<Attribute> found = List.of();
        for (int i = 0; i < left.size(); i++) {
            Attribute attribute = left.get(i);
            if (attribute.name().text().equals(name)) {
                found = found.isEmpty() ? new ArrayList<>(2) : found;
                found.add(attribute);
                left.remove(i--);
            }
        }
        return found;
    }

    /** {@return the first attribute with a dot in its name; others are reported} */
    @Nullable
    Attribute nativeType() {
        Attribute first = null;
        for (int i = 0; i < left.size(); i++) {
            Attribute attribute = left.get(i);
            int dot = attribute.name().text().indexOf('.');
            if (dot <= 0) {
                continue;
            }
            left.remove(i--);
            if (first == null) {
                first = attribute;
            } else {
                diagnostics.add(AttributeMessages.duplicateAttribute(
                        "@" + attribute.name().text().substring(0, dot), attribute.span()));
            }
        }
        return first;
    }

    /** Reports every attribute that nobody took. */
    void finish() {
        for (Attribute attribute : left) {
            diagnostics.add(AttributeMessages.unknownAttribute(
                    sign + attribute.name().text(),
                    attribute.span(),
                    asked.stream().map(name -> sign + name).toList()));
        }
        left.clear();
    }
}
