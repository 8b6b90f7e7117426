package dev.prisma4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prisma4j.client.datamodel.DatamodelReader;
import dev.prisma4j.client.datamodel.DatamodelWriter;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.schema.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseUrlTest {
    @TempDir
    Path folder;

    /** As the generated code has it. */
    private static Schema schema(String url) {
        String text = "datasource db {\n  provider = \"sqlite\"\n" + url + "\n}\nmodel A {\n  id Int @id\n}\n";
        Schema compiled = SchemaCompiler.compile(List.of(SourceFile.of("prisma/schema.prisma", text)))
                .orThrow();
        return DatamodelReader.read(String.join("\n", DatamodelWriter.write(compiled)));
    }

    @Test
    void a_program_finds_its_database_in_the_env_file_of_its_folder() throws IOException {
        Files.writeString(folder.resolve(".env"), "export NAME=dev\nDATABASE_URL=\"file:./${NAME}.db\" # mine\n");
        assertThat(DatabaseUrl.of(schema(""), Map.of(), folder)).isEqualTo(new DatabaseUrl("file:./dev.db", folder));
    }

    @Test
    void without_one_there_the_env_file_beside_the_schema_is_read() throws IOException {
        Files.createDirectories(folder.resolve("prisma"));
        Files.writeString(folder.resolve("prisma/.env"), "SHOP_URL=file:./shop.db\n");
        assertThat(DatabaseUrl.of(schema("  url = env(\"SHOP_URL\")"), Map.of(), folder))
                .isEqualTo(new DatabaseUrl("file:./shop.db", folder));
        Files.writeString(folder.resolve("prisma/shop.db"), "");
        assertThat(DatabaseUrl.of(schema("  url = env(\"SHOP_URL\")"), Map.of(), folder))
                .as("where the file is that Prisma 5 and 6, and our commands, put beside the schema")
                .isEqualTo(new DatabaseUrl("file:./shop.db", folder.resolve("prisma")));
    }

    @Test
    void the_environment_wins_even_by_an_empty_value() throws IOException {
        Files.writeString(folder.resolve(".env"), "DATABASE_URL=file:./secret.db\n");
        assertThat(DatabaseUrl.of(schema(""), Map.of("DATABASE_URL", "file:./own.db"), folder)
                        .text())
                .isEqualTo("file:./own.db");
        assertThatThrownBy(() -> DatabaseUrl.of(schema(""), Map.of("DATABASE_URL", ""), folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(
                        "Nothing says where the database is: set the environment variable DATABASE_URL (or the system"
                                + " property of that name), write it into " + folder.resolve(".env")
                                + " or, if that does not have it at all, into ")
                .hasMessageEndingWith("or use PrismaClient.builder().url(..) or .dataSource(..).")
                .hasMessageNotContaining("secret");
    }

    @Test
    void of_two_env_files_the_first_that_has_the_variable_decides_even_by_an_empty_value() throws IOException {
        Files.createDirectories(folder.resolve("prisma"));
        Files.writeString(folder.resolve(".env"), "SHOP_URL=\nOTHER=1\n");
        Files.writeString(folder.resolve("prisma/.env"), "SHOP_URL=file:./shop.db\n");
        assertThatThrownBy(() -> DatabaseUrl.of(schema("  url = env(\"SHOP_URL\")"), Map.of(), folder))
                .hasMessageContaining("if that does not have it at all");
        Files.writeString(folder.resolve(".env"), "OTHER=1\n");
        assertThat(DatabaseUrl.of(schema("  url = env(\"SHOP_URL\")"), Map.of(), folder)
                        .text())
                .isEqualTo("file:./shop.db");
    }

    @Test
    void a_file_beside_the_schema_is_found_however_its_address_is_written() throws IOException {
        Files.createDirectories(folder.resolve("prisma"));
        Files.writeString(folder.resolve("prisma/shop.db"), "");
        Schema schema = schema("  url = env(\"SHOP_URL\")");
        for (String url : List.of(
                "file:./shop.db?x=1", "sqlite:./shop.db", "file://./shop.db", "FILE:shop.db", " file:shop.db")) {
            assertThat(DatabaseUrl.of(schema, Map.of("SHOP_URL", url), folder).folder())
                    .as(url)
                    .isEqualTo(folder.resolve("prisma"));
        }
        for (String url :
                List.of("file:./other.db", "file::memory:", "file:", "file:\0", "postgresql://u:p@h/%zz", "x")) {
            assertThat(DatabaseUrl.of(schema, Map.of("SHOP_URL", url), folder).folder())
                    .as(url)
                    .isEqualTo(folder);
        }
    }

    @Test
    void what_the_schema_says_itself_needs_no_variable() throws IOException {
        Files.writeString(folder.resolve(".env"), "DATABASE_URL=file:./other.db\n");
        assertThat(DatabaseUrl.of(schema("  url = \"file:./dev.db\""), Map.of("DATABASE_URL", "x"), folder))
                .isEqualTo(new DatabaseUrl("file:./dev.db", folder.resolve("prisma")))
                .hasToString("DatabaseUrl[folder=" + folder.resolve("prisma") + "]");
    }
}
