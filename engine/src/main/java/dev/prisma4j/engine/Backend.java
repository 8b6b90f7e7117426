package dev.prisma4j.engine;

import dev.prisma4j.engine.jdbc.Database;
import dev.prisma4j.engine.plan.Plans;
import dev.prisma4j.engine.write.WriteExecutor;
import dev.prisma4j.schema.model.Schema;

/** What operations need: the database and the plans for it. */
record Backend(Database database, Plans plans, Schema schema, WriteExecutor writes) {}
