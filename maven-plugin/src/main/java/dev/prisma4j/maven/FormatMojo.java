package dev.prisma4j.maven;

import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Lays the schema out in the canonical form, or checks that it is. */
@Mojo(name = "format", defaultPhase = LifecyclePhase.PROCESS_SOURCES, threadSafe = true)
public final class FormatMojo extends PrismaMojo {
    /** Whether to write nothing, and fail if a file is not in the canonical form. */
    @Parameter(property = "prisma4j.check", defaultValue = "false")
    boolean check;

    @Override
    void perform() throws MojoFailureException {
        if (check) {
            command("format", "--check");
        } else {
            command("format");
        }
    }
}
