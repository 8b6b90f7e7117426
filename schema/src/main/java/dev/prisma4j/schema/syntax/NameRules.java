package dev.prisma4j.schema.syntax;

import dev.prisma4j.schema.diagnostic.Diagnostics;
import java.util.List;

/**
 * Names that the grammar lets pass so that the rest of their line is understood, but that may not stand in a schema:
 * they begin with a digit or contain a hyphen.
 */
final class NameRules {

    private final Diagnostics diagnostics;

    private NameRules(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    static void check(SyntaxTree tree, Diagnostics diagnostics) {
        NameRules rules = new NameRules(diagnostics);
        for (TopLevelItem item : tree.items()) {
            if (item instanceof ModelBlock model) {
                rules.model(model);
            } else if (item instanceof EnumBlock enumeration) {
                rules.enumeration(enumeration);
            }
        }
    }

    private void model(ModelBlock model) {
        if (model.kind() == ModelBlock.Kind.TYPE) {
            // what is inside has no name in the database, and may be called as one likes
            name(model.name(), "composite type");
            return;
        }
        name(model.name(), model.kind().keyword());
        for (FieldDeclaration field : model.fields()) {
            name(field.name(), "field");
            attributes(field.attributes());
        }
        model.attributes().forEach(attribute -> name(attribute.attribute().name(), "attribute"));
    }

    private void enumeration(EnumBlock enumeration) {
        name(enumeration.name(), "enum");
        for (EnumMember member : enumeration.members()) {
            name(member.name(), "value of an enum");
            attributes(member.attributes());
        }
        enumeration.attributes().forEach(attribute -> name(attribute.attribute().name(), "attribute"));
    }

    private void attributes(List<Attribute> attributes) {
        attributes.forEach(attribute -> name(attribute.name(), "attribute"));
    }

    private void name(Identifier name, String what) {
        String text = name.text();
        if (Characters.isDigit(text.charAt(0))) {
            diagnostics.error(
                    name.span(),
                    "`" + text + "`: the name of " + article(what) + " must not begin with a digit.",
                    suggestion(text, what));
        } else if (text.indexOf('-') >= 0) {
            diagnostics.error(
                    name.span(),
                    "`" + text + "`: the name of " + article(what) + " must not contain a hyphen.",
                    suggestion(text, what));
        }
    }

    private static String article(String what) {
        return (what.startsWith("a") || what.startsWith("e") ? "an " : "a ") + what;
    }

    private static String suggestion(String text, String what) {
        String better = text.replace('-', '_');
        better = Characters.isDigit(text.charAt(0)) ? "n" + better : better;
        return switch (what) {
            case "attribute" -> "There is no such attribute.";
            case "composite type" -> "Call it `" + better + "`.";
            case "field", "value of an enum" ->
                "Call it `" + better + "` and add `@map(\"" + text + "\")` if the database calls it `" + text + "`.";
            default ->
                "Call it `" + better + "` and add `@@map(\"" + text + "\")` if the database calls it `" + text + "`.";
        };
    }
}
