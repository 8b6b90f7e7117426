package dev.prisma4j.schema.model;

import java.util.List;

/**
 * The database's own column type, as {@code @db.VarChar(255)} gives it.
 *
 * @param name the name after the datasource prefix, for example {@code VarChar}
 * @param arguments the arguments as written, for example {@code ["255"]} or {@code ["Max"]}
 */
public record NativeType(String name, List<String> arguments) {
    public NativeType {
        arguments = List.copyOf(arguments);
    }
}
