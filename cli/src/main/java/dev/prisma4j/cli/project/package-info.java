/** The project a command works on: its schema files, its folders and its database's address. */
@NullMarked
package dev.prisma4j.cli.project;

import org.jspecify.annotations.NullMarked;
