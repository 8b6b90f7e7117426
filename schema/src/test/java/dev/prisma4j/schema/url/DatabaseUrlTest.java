package dev.prisma4j.schema.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prisma4j.schema.model.Provider;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DatabaseUrlTest {
    private static final Path BASE = Path.of("/project/prisma");

    @Test
    void aFileIsRelativeToTheGivenFolder() {
        DatabaseUrl url = DatabaseUrl.parse("file:./dev.db?connection_limit=1");
        assertThat(url.provider()).isEqualTo(Provider.SQLITE);
        assertThat(url.driverAddress(BASE).url()).isEqualTo("jdbc:sqlite:/project/prisma/dev.db");
        assertThat(DatabaseUrl.parse("file:/tmp/x.db").driverAddress(BASE).url())
                .isEqualTo("jdbc:sqlite:/tmp/x.db");
        assertThat(DatabaseUrl.parse("file::memory:").driverAddress(BASE).url()).isEqualTo("jdbc:sqlite::memory:");
    }

    @Test
    void aServerAddressIsTakenApartAndDecoded() {
        DatabaseUrl url =
                DatabaseUrl.parse("postgresql://jo%40hn:p%3Aw%2B+x@db.example:6432/my%20db?schema=app&pgbouncer=true");
        assertThat(url.user()).isEqualTo("jo@hn");
        assertThat(url.password()).isEqualTo("p:w++x");
        assertThat(url.schema()).contains("app");
        DriverAddress address = url.driverAddress(BASE);
        assertThat(address.url()).isEqualTo("jdbc:postgresql://db.example:6432/my%20db");
        assertThat(address.properties())
                .containsEntry("currentSchema", "app")
                .containsEntry("prepareThreshold", "0")
                .containsEntry("password", "p:w++x");
    }

    @Test
    void sqlServerAddressesHaveOptionsBehindSemicolons() {
        DatabaseUrl url = DatabaseUrl.parse(
                "sqlserver://localhost:1434;database=shop;user=sa;password={a;b};encrypt=true;schema=x");
        assertThat(url.database()).isEqualTo("shop");
        assertThat(url.password()).isEqualTo("a;b");
        assertThat(url.schema()).contains("x");
        assertThat(url.driverAddress(BASE).url()).isEqualTo("jdbc:sqlserver://localhost:1434");
    }

    @Test
    void neitherTextFormShowsThePassword() {
        DatabaseUrl url = DatabaseUrl.parse("mysql://root:secret@localhost/shop");
        assertThat(url.toString()).isEqualTo("mysql://localhost/shop");
        assertThat(url.driverAddress(BASE).toString()).isEqualTo("jdbc:mysql://localhost:3306/shop");
    }

    @Test
    void otherSchemesAreRefusedWithoutQuotingTheAddress() {
        assertThatThrownBy(() -> DatabaseUrl.parse("oracle://u:secret@host/db"))
                .isInstanceOfSatisfying(
                        InvalidDatabaseUrlException.class,
                        e -> assertThat(e.code()).isEqualTo("P1013"))
                .hasMessageNotContaining("secret");
    }
}
