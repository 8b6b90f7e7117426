package dev.prisma4j.schema.syntax;

/** What may stand between the braces of a block. */
public sealed interface BlockItem extends SyntaxNode
        permits FieldDeclaration, FaultyField, EnumMember, Property, BlockAttribute, InvalidLine, Comment, BlankLine {}
