package dev.prisma4j.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaFilesTest {

    @Test
    void findsTheSchemaFilesOfAFolderAtAnyDepthSortedByName(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("b/c"));
        Files.writeString(folder.resolve("z.prisma"), "z");
        Files.writeString(folder.resolve("b/c/y.prisma"), "y");
        Files.writeString(folder.resolve("a.prisma"), "a");
        Files.writeString(folder.resolve("b/notes.md"), "n");
        assertThat(SchemaFiles.load(folder, new Diagnostics()))
                .extracting(SourceFile::text)
                .containsExactly("a", "y", "z");
    }

    @Test
    void readsASingleFileWhateverItsName(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("schema.txt"), "x");
        assertThat(SchemaFiles.load(file, new Diagnostics()))
                .extracting(SourceFile::name)
                .containsExactly(file.toString());
    }

    @Test
    void saysWhenThereIsNothingToRead(@TempDir Path folder) {
        assertThatThrownBy(() -> SchemaFiles.load(folder, new Diagnostics()))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("no file in this folder ends in .prisma");
        assertThatThrownBy(() -> SchemaFiles.load(folder.resolve("none.prisma"), new Diagnostics()))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void refusesFilesThatAreNotUtf8(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("schema.prisma"), new byte[] {'/', '/', '\n', '/', '/', (byte) 0xe4});
        assertThatThrownBy(() -> SchemaFiles.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ":2: The file is not UTF-8: it has the byte 0xE4 here.");
        assertThat(SchemaCompiler.compile(file).diagnostics()).hasSize(1);
    }
}
