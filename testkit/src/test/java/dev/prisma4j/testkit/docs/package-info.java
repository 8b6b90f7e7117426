/** The guide in {@code docs/guide}: every block of code in it is checked, and every block of Java is run. */
@NullMarked
package dev.prisma4j.testkit.docs;

import org.jspecify.annotations.NullMarked;
