package dev.prisma4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class DatabaseMatrixTest {

    @DatabaseTest
    void everyDatabaseOfTheMatrixRunsStatements(TestDatabase database, DatabaseKind kind) throws Exception {
        assertThat(database.kind()).isEqualTo(kind);
        database.execute("CREATE TABLE t (a VARCHAR(20))", "INSERT INTO t VALUES ('x'), ('Ω😀')");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT a FROM t ORDER BY a DESC")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("Ω😀");
        }
    }

    @DatabaseTest({DatabaseKind.SQLITE, DatabaseKind.POSTGRESQL, DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void aFreshDatabaseSeesNothingOfAnother(TestServer server) throws Exception {
        try (TestDatabase one = server.fresh();
                TestDatabase two = server.fresh()) {
            one.execute("CREATE TABLE t (a INT)");
            two.execute("CREATE TABLE t (a INT)");
            assertThat(one.url()).isNotEqualTo(two.url());
        }
    }

    @DatabaseTest
    void aDatabaseIsDroppedWithConnectionsStillOpen(TestServer server) throws Exception {
        TestDatabase database = server.fresh();
        try (Connection connection = database.connect()) {
            assertThat(connection.isValid(1)).isTrue();
            database.close();
        }
    }

    @Test
    void theAddressOfAnExistingServerIsTakenApart() {
        ServerAddress address = ServerAddress.parse("postgresql://me:p%40ss%2B@db.example:6543/main");
        assertThat(address).isEqualTo(new ServerAddress("db.example", 6543, "me", "p@ss+", "main"));
        assertThat(address.prismaUrl(DatabaseKind.POSTGRESQL, "x"))
                .isEqualTo("postgresql://me:p%40ss%2B@db.example:6543/x");
        assertThat(address.toString()).doesNotContain("p@ss");
    }
}
