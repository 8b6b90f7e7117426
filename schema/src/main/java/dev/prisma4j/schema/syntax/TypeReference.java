package dev.prisma4j.schema.syntax;

import dev.prisma4j.schema.source.Span;

/** The type of a field, without its arity. */
public sealed interface TypeReference extends SyntaxNode {

    /**
     * A built-in type, a model, an enum or a composite type.
     *
     * @param name the name as written
     */
    record Named(Identifier name) implements TypeReference {
        @Override
        public Span span() {
            return name.span();
        }
    }

    /**
     * {@code Unsupported("circle")}: a type that only the database knows.
     *
     * @param databaseType the name of the type in the database
     * @param span the word and its argument
     */
    record Unsupported(Expression.StringLiteral databaseType, Span span) implements TypeReference {}
}
