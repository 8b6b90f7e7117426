package dev.prisma4j.schema.validate.config;

import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.model.Datasource.Extension;
import dev.prisma4j.schema.syntax.Argument;
import dev.prisma4j.schema.syntax.Expression;
import dev.prisma4j.schema.syntax.Identifier;
import dev.prisma4j.schema.validate.message.AttributeMessages;
import dev.prisma4j.schema.validate.message.ConfigMessages;
import dev.prisma4j.schema.validate.message.ValueMessages;
import dev.prisma4j.schema.validate.value.Expressions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code extensions = [pgcrypto, postgis(version: "2.1")]} of a PostgreSQL datasource. */
final class ExtensionsReader {
    private static final Set<String> KNOWN = Set.of("map", "version", "schema");

    private final Diagnostics diagnostics;

    ExtensionsReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    List<Extension> read(Expression value) {
        List<Expression> elements = Expressions.elements(value);
        boolean good = true;
        for (Expression element : elements) {
            if (!(element instanceof Expression.Constant) && !(element instanceof Expression.FunctionCall)) {
                diagnostics.add(ValueMessages.expected("the name of an extension", element));
                good = false;
            }
        }
        List<Extension> extensions = new ArrayList<>();
        if (good) {
            for (Expression element : elements) {
                Extension extension = extension(element);
                if (extension != null) {
                    extensions.add(extension);
                }
            }
        }
        return extensions;
    }

    private @Nullable Extension extension(Expression element) {
        if (element instanceof Expression.FunctionCall call) {
            Map<String, String> texts = new HashMap<>();
            for (Argument argument : call.arguments().arguments()) {
                argument(argument, texts);
            }
            return new Extension(call.name().text(), texts.get("map"), texts.get("version"), texts.get("schema"));
        }
        if (element instanceof Expression.Constant constant) {
            return new Extension(constant.text(), null, null, null);
        }
        return null;
    }

    private void argument(Argument argument, Map<String, String> texts) {
        Identifier name = argument.name();
        Expression value = argument.value();
        if (name == null) {
            diagnostics.add(ConfigMessages.unnamedExtensionArgument(argument.span()));
            return;
        }
        boolean again = texts.containsKey(name.text());
        if (value != null && !(value instanceof Expression.StringLiteral) && !again) {
            diagnostics.add(ValueMessages.expected("a string in double quotes", value));
        }
        if (!KNOWN.contains(name.text())) {
            diagnostics.add(ConfigMessages.unknownExtensionArgument(name, argument.span()));
        } else if (again) {
            diagnostics.add(AttributeMessages.duplicateArgument(name, argument.span()));
        } else if (value instanceof Expression.StringLiteral literal) {
            texts.put(name.text(), literal.value());
        } else {
            diagnostics.add(ConfigMessages.extensionArgumentNotText(name.text(), argument.span()));
        }
    }
}
