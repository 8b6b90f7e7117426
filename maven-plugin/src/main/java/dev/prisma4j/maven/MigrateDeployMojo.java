package dev.prisma4j.maven;

import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Applies the migrations that the database does not have yet: before integration tests, or in a release. */
@Mojo(name = "migrate-deploy", defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST, threadSafe = true)
public final class MigrateDeployMojo extends PrismaMojo {
    /** The database's address. By default found as by the command line. */
    @Parameter(property = "prisma4j.url")
    @Nullable
    String url;

    @Override
    void perform() throws MojoFailureException {
        if (url == null) {
            command("migrate", "deploy");
        } else {
            command("migrate", "deploy", "--url", url);
        }
    }
}
