package dev.prisma4j.migrate.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.migrate.ddl.MigrationScript;
import dev.prisma4j.migrate.postgresql.PostgresDialect;
import dev.prisma4j.migrate.postgresql.PostgresDiffRules;
import dev.prisma4j.migrate.table.DatabaseSchema;
import dev.prisma4j.migrate.table.Extension;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExtensionMoveTest {
    private static String move(boolean relocatable) {
        DatabaseSchema from =
                DatabaseSchema.empty().withExtensions(List.of(new Extension("xml2", "1.1", "ext", relocatable)));
        DatabaseSchema to =
                DatabaseSchema.empty().withExtensions(List.of(new Extension("xml2", null, "public", relocatable)));
        return MigrationScript.of(
                Differ.diff(from, to, new PostgresDiffRules(true, false)), new PostgresDialect().renderer(to));
    }

    @Test
    void anExtensionThatCannotMoveIsMadeAnewWithoutWhatDependsOnItBeingDropped() {
        assertThat(move(false)).isEqualTo("""
                        -- DropExtension
                        DROP EXTENSION "xml2";

                        -- CreateExtension
                        CREATE EXTENSION IF NOT EXISTS "xml2" WITH SCHEMA "public";
                        """);
        assertThat(move(true)).contains("ALTER EXTENSION \"xml2\" SET SCHEMA \"public\";");
    }
}
