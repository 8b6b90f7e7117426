package dev.prisma4j.client;

import dev.prisma4j.engine.Engine;
import dev.prisma4j.engine.EngineOptions;
import dev.prisma4j.schema.model.Schema;

final class EngineOpener {
    static Engine open(Schema schema, EngineOptions options) { throw new UnsupportedOperationException(); }
}
