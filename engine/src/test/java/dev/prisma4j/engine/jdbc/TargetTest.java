package dev.prisma4j.engine.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prisma4j.engine.error.PrismaException;
import dev.prisma4j.schema.model.Provider;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetTest {
    private static Target target(String url, Provider provider) {
        return Target.of(url, provider, Path.of(""));
    }

    @Test
    void timesThatAreNoNumbersAreRefused() {
        for (String parameter : List.of("connect_timeout", "socket_timeout", "pool_timeout")) {
            for (Provider provider : List.of(Provider.MYSQL, Provider.POSTGRESQL)) {
                String url =
                        (provider == Provider.MYSQL ? "mysql" : "postgresql") + "://u:p@h/db?" + parameter + "=abc";
                assertThatThrownBy(() -> target(url, provider))
                        .hasMessageContaining(parameter)
                        .isInstanceOfSatisfying(
                                PrismaException.class, e -> assertThat(e.code()).isEqualTo("P1013"));
            }
        }
        assertThat(target("mysql://u:p@h/db?connect_timeout=5", Provider.MYSQL).properties())
                .containsEntry("connectTimeout", "5000");
    }

    @Test
    void whatIsPrintedHasNoPassword() {
        for (String url : List.of(
                "jdbc:postgresql://h/db?user=u&password=secret",
                "jdbc:mysql://u:secret@h/db",
                "jdbc:sqlite:x.db;password=secret",
                "postgresql://u:secret@h/db")) {
            assertThat(target(url, url.contains("mysql") ? Provider.MYSQL : Provider.POSTGRESQL)
                            .toString())
                    .doesNotContain("secret")
                    .startsWith("jdbc:");
        }
    }

    @Test
    void schemesAreWrittenAsOneLikes() {
        for (String url :
                List.of("file:a/x.db", "FILE:a/x.db", " sqlite:./a/x.db", "File://a/x.db?connection_limit=1")) {
            assertThat(Target.of(url, Provider.SQLITE, Path.of("/base")).jdbcUrl())
                    .isEqualTo("jdbc:sqlite:" + Path.of("/base/a/x.db").toAbsolutePath());
        }
        assertThat(target("PostgreSQL://u:p@Host/Db", Provider.POSTGRESQL).jdbcUrl())
                .isEqualTo("jdbc:postgresql://Host:5432/Db");
    }

    @Test
    void aDatabaseInMemoryIsOneConnection() {
        for (String url : List.of("jdbc:sqlite:file:x?mode=memory", "jdbc:sqlite::memory:", "file:x?mode=memory")) {
            assertThat(target(url, Provider.SQLITE).singleConnection()).isTrue();
        }
        assertThat(target("jdbc:sqlite:x.db", Provider.SQLITE).singleConnection())
                .isFalse();
    }
}
