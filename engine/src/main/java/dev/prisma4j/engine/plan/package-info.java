/**
 * From queries to statements, once per shape: a {@link dev.prisma4j.engine.plan.Shaper} takes the values out of a query
 * and leaves its shape, the {@link dev.prisma4j.engine.plan.PlanCache} knows the plan of a shape, and the planners make
 * one. A plan holds rendered statements and how to read their rows; no values, no readers, no connections.
 */
@NullMarked
package dev.prisma4j.engine.plan;

import org.jspecify.annotations.NullMarked;
