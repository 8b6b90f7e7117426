/** The goals of the Maven plugin: commands of the command line, run inside Maven. */
@NullMarked
package dev.prisma4j.maven;

import org.jspecify.annotations.NullMarked;
