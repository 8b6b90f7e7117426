package dev.prisma4j.schema.syntax;

/** What may stand at the top level of a file. */
public sealed interface TopLevelItem extends SyntaxNode
        permits ModelBlock, EnumBlock, ConfigBlock, TypeAlias, UnknownBlock, InvalidLine, Comment, BlankLine {}
