/** Real databases for tests: started from Maven Central's binaries, or found through environment variables. */
@NullMarked
package dev.prisma4j.testkit;

import org.jspecify.annotations.NullMarked;
