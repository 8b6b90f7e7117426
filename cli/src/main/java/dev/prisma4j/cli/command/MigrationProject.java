// A project with its database and migrations, as the commands of db and migrate use it.
package dev.prisma4j.cli.command;

import dev.prisma4j.cli.config.ProjectConfig;
import dev.prisma4j.cli.config.Template;
import dev.prisma4j.cli.failure.CommandFailure;
import dev.prisma4j.cli.project.DatabaseAddress;
import dev.prisma4j.cli.project.LoadedProject;
import dev.prisma4j.cli.project.Project;
import dev.prisma4j.cli.terminal.Terminal;
import dev.prisma4j.migrate.Migrate;
import dev.prisma4j.schema.model.Datasource;
import dev.prisma4j.schema.model.Provider;
import dev.prisma4j.schema.url.DatabaseUrl;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A loaded project and the entry to its migrations.
 *
 * @param loaded the project and its schema
 * @param migrate what can be done to its database
 */
record MigrationProject(LoadedProject loaded, Migrate migrate) {

    /** In place of a shadow database's address: a server that is started for it. */
    static final String EMBEDDED = "embedded";

    /**
     * Opens a project's migrations, and says on the error stream which database they are for.
     *
     * @param url {@code --url}, or null
     */
    static MigrationProject of(LoadedProject loaded, @Nullable String url, Terminal terminal) {
        Datasource datasource = loaded.datasource();
        DatabaseAddress address = loaded.project().databaseToMigrate(url, datasource);
        sayDatabase(datasource, address, terminal);
        return new MigrationProject(loaded, open(loaded, datasource, address));
    }

    /** The same without a word, for commands whose result another program may read. */
    static Migrate open(LoadedProject loaded, Datasource datasource, DatabaseAddress address) {
        Project project = loaded.project();
        ProjectConfig config = project.config();
        Provider provider = datasource.provider();
        config.computedLists().forEach((key, place) -> {
            throw CommandFailure.of(
                    key + " is computed there (" + place
                            + "), and the file is never run: migrations would change what is" + " not theirs",
                    "write the names out, or keep them in prisma.config.toml");
        });
        List<String> external = new ArrayList<>(config.externalTables());
        external.addAll(config.externalEnums());
        Migrate migrate = Migrate.of(loaded.schema(), address.absolute(provider), address.baseFolder())
                .withMigrations(project.migrationsFolder())
                .withExternal(external);
        Template script = config.initShadowDatabase();
        if (script != null) {
            migrate = migrate.withShadowScript(script.resolve(project.environment(), "migrations.initShadowDb"));
        }
        DatabaseAddress shadow = project.shadowDatabase(null, datasource);
        if (shadow != null && shadow.text().equals(EMBEDDED)) {
            migrate = migrate.withEmbeddedShadowDatabase();
        } else if (shadow != null) {
            migrate = migrate.withShadowDatabase(shadow.absolute(provider));
        }
        return migrate;
    }

    private static void sayDatabase(Datasource datasource, DatabaseAddress address, Terminal terminal) {
        DatabaseUrl url = address.parse(datasource.provider());
        terminal.err()
                .println(terminal.style()
                        .quiet("Datasource \"" + datasource.name() + "\": "
                                + datasource.provider().text() + " at " + url + ", from " + address.origin()));
    }
}
