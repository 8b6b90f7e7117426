package dev.prisma4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@DatabaseTest({DatabaseKind.SQLITE, DatabaseKind.POSTGRESQL})
class DatabaseSuiteTest {
    private final DatabaseKind kind;

    DatabaseSuiteTest(DatabaseKind kind) {
        this.kind = kind;
    }

    @Test
    void aWholeClassRunsOncePerDatabase(TestDatabase database) {
        assertThat(database.kind()).isEqualTo(kind);
    }

    @Test
    void itsServerIsTheOneOfTheDatabase(TestServer server) {
        assertThat(server.kind()).isEqualTo(kind);
    }
}
