/** Environment, .env files and the project's configuration file, read but never executed. */
@NullMarked
package dev.prisma4j.cli.config;

import org.jspecify.annotations.NullMarked;
