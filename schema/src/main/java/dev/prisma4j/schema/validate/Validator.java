package dev.prisma4j.schema.validate;

import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.schema.syntax.SyntaxTree;
import dev.prisma4j.schema.validate.attribute.AttributeReader;
import dev.prisma4j.schema.validate.build.SchemaAssembler;
import dev.prisma4j.schema.validate.config.ConfigReader;
import dev.prisma4j.schema.validate.config.Configuration;
import dev.prisma4j.schema.validate.config.LanguageLevel;
import dev.prisma4j.schema.validate.draft.DraftSchema;
import dev.prisma4j.schema.validate.name.NameReader;
import dev.prisma4j.schema.validate.name.TypeResolver;
import dev.prisma4j.schema.validate.relation.RelationFinder;
import dev.prisma4j.schema.validate.rule.Rules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stages of validation in their order. Errors of syntax, configuration, names, types and attributes add up; what
 * builds upon them (relations and the rules) is checked only where there are none.
 */
public final class Validator {
    private Validator() {}

    /**
     * {@return the datamodel, or null if there is an error}
     *
     * @param trees one tree for each file, in file order
     * @param level the versions of Prisma that the schema may be written for
     * @param diagnostics holds the errors of the syntax already and receives the others
     */
    public static @Nullable Schema validate(List<SyntaxTree> trees, LanguageLevel level, Diagnostics diagnostics) {
        Configuration configuration = new ConfigReader(diagnostics, level).read(trees);
        DraftSchema drafts = new NameReader(diagnostics).read(trees);
        new TypeResolver(drafts, diagnostics).resolve();
        new AttributeReader(configuration, diagnostics).read(drafts);
        if (diagnostics.hasErrors()) {
            return null;
        }
        Rules rules = new Rules(drafts, configuration, diagnostics);
        rules.check(new RelationFinder(drafts, diagnostics));
        return diagnostics.hasErrors() ? null : new SchemaAssembler(drafts, configuration).assemble();
    }

    /**
     * {@return whether names, types and attributes are free of errors, so that relations can be looked for} What the
     * datasource and the generators say does not count.
     *
     * @param trees one tree for each file, in file order, without errors of the syntax
     */
    public static boolean isSound(List<SyntaxTree> trees) {
        Configuration configuration = new ConfigReader(new Diagnostics(), LanguageLevel.PRISMA_5_TO_7).read(trees);
        Diagnostics diagnostics = new Diagnostics();
        DraftSchema drafts = new NameReader(diagnostics).read(trees);
        new TypeResolver(drafts, diagnostics).resolve();
        new AttributeReader(configuration, diagnostics).read(drafts);
        return !diagnostics.hasErrors();
    }
}
