/** What users of a generated client touch: how it is opened, raw SQL, transactions and batches. */
@NullMarked
package dev.prisma4j.client;

import org.jspecify.annotations.NullMarked;
