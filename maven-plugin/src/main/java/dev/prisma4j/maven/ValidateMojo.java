package dev.prisma4j.maven;

import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Fails the build with every error of the schema, each with its place; warnings go to the log. */
@Mojo(name = "validate", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
public final class ValidateMojo extends PrismaMojo {
    @Override
    void perform() throws MojoFailureException {
        command("validate");
    }
}
