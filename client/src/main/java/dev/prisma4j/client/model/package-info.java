/** What the library must know of a generated model: its place in the datamodel, its reader and its factories. For generated code, not for users. */
@NullMarked
package dev.prisma4j.client.model;

import org.jspecify.annotations.NullMarked;
