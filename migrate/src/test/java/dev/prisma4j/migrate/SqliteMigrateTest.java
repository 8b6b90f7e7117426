package dev.prisma4j.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prisma4j.migrate.command.DevOptions;
import dev.prisma4j.migrate.command.DevResult;
import dev.prisma4j.migrate.command.PushOptions;
import dev.prisma4j.migrate.command.PushResult;
import dev.prisma4j.migrate.error.MigrateException;
import dev.prisma4j.migrate.history.Checksum;
import dev.prisma4j.schema.model.Arity;
import dev.prisma4j.schema.model.Datasource;
import dev.prisma4j.schema.model.FieldType;
import dev.prisma4j.schema.model.IndexField;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.PrimaryKey;
import dev.prisma4j.schema.model.Provider;
import dev.prisma4j.schema.model.RelationMode;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.ScalarType;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.schema.model.SchemaBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteMigrateTest {
    @TempDir
    Path folder;

    private static final String URL = "file:./dev.db";

    /** A model {@code User} with an id and the given optional fields. */
    private static Schema users(FieldType type, Arity arity, String... fields) {
        SchemaBuilder builder = new SchemaBuilder()
                .datasource(new Datasource(
                        "db",
                        Provider.SQLITE,
                        null,
                        null,
                        null,
                        RelationMode.FOREIGN_KEYS,
                        List.of(),
                        List.of(),
                        null,
                        "a"));
        Model user = builder.addModel("User", null, null, false, false, null, "a");
        ScalarField id = builder.addScalarField(
                user, "id", ScalarType.INT, Arity.REQUIRED, false, null, null, null, false, null);
        for (String field : fields) {
            builder.addScalarField(user, field, type, arity, false, null, null, null, false, null);
        }
        builder.primaryKey(
                user,
                new PrimaryKey(
                        null, List.of(new IndexField(List.of(id), null, null, null, false)), null, null, null, true));
        return builder.build();
    }

    private static Schema users(String... fields) {
        return users(ScalarType.STRING, Arity.OPTIONAL, fields);
    }

    private Migrate migrate(Schema schema) {
        return Migrate.of(schema, URL, folder);
    }

    private static DevOptions named(String name) {
        return new DevOptions(() -> name, false, dangers -> false);
    }

    private List<String> query(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("dev.db"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    @Test
    void devWritesAMigrationWithItsLockFileAndAppliesIt() throws Exception {
        DevResult result = migrate(users("email")).dev(named("init"));

        assertThat(result).isInstanceOfSatisfying(DevResult.Created.class, created -> {
            assertThat(created.created().name()).matches("\\d{14}_init");
            assertThat(created.applied()).containsExactly(created.created().name());
            assertThat(created.created().script()).isEqualTo("""
                            -- CreateTable
                            CREATE TABLE "User" (
                                "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
                                "email" TEXT
                            );
                            """);
        });
        assertThat(Files.readString(folder.resolve("migrations/migration_lock.toml")))
                .endsWith("provider = \"sqlite\"\n");
        assertThat(query("SELECT checksum FROM _prisma_migrations WHERE applied_steps_count = 1"))
                .containsExactly(
                        Checksum.of(((DevResult.Created) result).created().bytes()));
        assertThat(migrate(users("email")).dev(named("again"))).isInstanceOf(DevResult.InSync.class);
        assertThat(migrate(users("email")).status().isUpToDate()).isTrue();
    }

    @Test
    void aFailedMigrationBlocksUntilItIsResolvedAndKeepsNothing() throws Exception {
        migrate(users("email")).dev(named("init"));
        Path broken = Files.createDirectories(folder.resolve("migrations/29990101000000_broken"));
        Files.writeString(broken.resolve("migration.sql"), "CREATE TABLE a (b INT);\nCREATE TABLE a (b INT);\n");
        Migrate migrate = migrate(users("email"));

        assertThatThrownBy(migrate::deploy)
                .isInstanceOfSatisfying(
                        MigrateException.class, e -> assertThat(e.code()).isEqualTo("P3018"))
                .hasMessageContaining("29990101000000_broken")
                .hasMessageContaining("on line 2");
        assertThat(query("SELECT name FROM sqlite_master WHERE name = 'a'")).isEmpty();
        assertThatThrownBy(migrate::deploy)
                .isInstanceOfSatisfying(
                        MigrateException.class, e -> assertThat(e.code()).isEqualTo("P3009"));

        migrate.markRolledBack("29990101000000_broken");
        Files.writeString(broken.resolve("migration.sql"), "CREATE TABLE a (b INT);\n");
        assertThat(migrate.deploy()).containsExactly("29990101000000_broken");
        assertThat(migrate.deploy()).isEmpty();
    }

    @Test
    void pushAsksBeforeItLosesDataAndKeepsTheOtherRows() throws Exception {
        migrate(users("email", "name")).push(new PushOptions(false, false));
        migrate(users("email")).execute("INSERT INTO User (id, email, name) VALUES (1, 'a', 'b')");

        PushResult refused = migrate(users("email")).push(new PushOptions(false, false));
        assertThat(refused.outcome()).isEqualTo(PushResult.Outcome.NEEDS_ACCEPTANCE);
        assertThat(refused.dataLoss().warnings().get(0).message())
                .isEqualTo(
                        "You are about to drop the column `name` on the `User` table, which still contains 1 non-null values.");

        PushResult pushed = migrate(users("email")).push(new PushOptions(true, false));
        assertThat(pushed.outcome()).isEqualTo(PushResult.Outcome.PUSHED);
        assertThat(query("SELECT email FROM User")).containsExactly("a");
        assertThat(migrate(users("email")).push(new PushOptions(false, false)).outcome())
                .isEqualTo(PushResult.Outcome.IN_SYNC);
    }

    @Test
    void pushRefusesWhatTheRowsDoNotAllow() {
        migrate(users("email")).push(new PushOptions(false, false));
        migrate(users()).execute("INSERT INTO User (id) VALUES (1)");

        PushResult result =
                migrate(users(ScalarType.STRING, Arity.REQUIRED, "email")).push(new PushOptions(true, false));

        assertThat(result.outcome()).isEqualTo(PushResult.Outcome.UNEXECUTABLE);
        assertThat(result.dataLoss().unexecutable().get(0).message())
                .isEqualTo("Made the column `email` on table `User` required, but there are 1 existing NULL values.");
    }

    @Test
    void devRefusesADatabaseThatWasChangedByHand() {
        migrate(users("email")).dev(named("init"));
        migrate(users()).execute("ALTER TABLE User ADD COLUMN extra TEXT");

        assertThat(migrate(users("email")).dev(named("next")))
                .isInstanceOfSatisfying(
                        DevResult.ResetNeeded.class,
                        needed -> assertThat(needed.text())
                                .startsWith("Drift detected")
                                .contains("[*] Changed the `User` table\n  [+] Added column `extra`"));
    }

    @Test
    void deployRefusesADatabaseThatHasTablesButNoHistory() {
        migrate(users("email")).push(new PushOptions(false, false));
        assertThatThrownBy(() -> migrate(users("email")).deploy())
                .isInstanceOfSatisfying(
                        MigrateException.class, e -> assertThat(e.code()).isEqualTo("P3005"));
    }
}
