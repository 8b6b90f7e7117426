/**
 * The datamodel inside generated code: a short text that is read without parsing or validating the schema again, so that
 * programs start fast.
 */
@NullMarked
package dev.prisma4j.client.datamodel;

import org.jspecify.annotations.NullMarked;
