/**
 * Other people's generators: programs named by a schema's generator blocks, which run as processes of their own and talk
 * JSON-RPC. Not for the Java client, which is written inside this process.
 */
@NullMarked
package dev.prisma4j.generator.external;

import org.jspecify.annotations.NullMarked;
