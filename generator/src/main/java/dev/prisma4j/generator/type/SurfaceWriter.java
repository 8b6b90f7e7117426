// What a client offers around its models: futures, extensions, replicas, cache, health.
package dev.prisma4j.generator.type;

import dev.prisma4j.generator.java.JavaFile;
import dev.prisma4j.generator.shape.ClientShape;
import dev.prisma4j.generator.shape.ModelShape;
import java.util.Set;

/** {@code PrismaAsync}, {@code PrismaExtension}, and the methods of {@code PrismaClient} that lead to them. */
final class SurfaceWriter {
    /** What extensions have as methods with one parameter, or static. */
    private static final Set<String> EXTENSION_MEMBERS =
            Set.of("onAll", "before", "after", "named", "on", "name", "model");

    private final ClientShape client;

    SurfaceWriter(ClientShape client) {
        this.client = client;
    }

    /** {@code PrismaAsync}. */
    JavaFile async() {
        JavaFile file = new JavaFile(client.packageName(), client.types());
        String runner = file.use("dev.prisma4j.client.async.AsyncRunner");
        file.doc(
                "The client without waiting: every operation gives a future, and cancelling that cancels the statement.");
        file.line("public final class PrismaAsync extends " + file.use("dev.prisma4j.client.AsyncOperations")
                + "<PrismaAsync> {");
        file.line("private final " + runner + " runner;");
        file.gap();
        file.line("PrismaAsync(" + file.use("dev.prisma4j.client.ClientSession") + " session) {");
        file.line("this(runner(session));");
        file.line("}");
        file.gap();
        file.line("private PrismaAsync(" + runner + " runner) {");
        file.line("super(runner);");
        file.line("this.runner = runner;");
        file.line("}");
        for (ModelShape model : client.models()) {
            DelegateWriter delegate = new DelegateWriter(client, model, file);
            String type =
                    file.use("dev.prisma4j.client.async.Async" + delegate.base()) + "<" + delegate.arguments() + ">";
            file.gap();
            file.doc("The operations of " + model.model().name() + ".");
            file.line("public " + type + " " + model.accessor() + "() {");
            file.line("return new " + type + "(runner, " + model.names().delegate() + "::new);");
            file.line("}");
        }
        file.gap();
        file.line("@" + file.use("java.lang.Override"));
        file.line("protected PrismaAsync on(" + runner + " inside) {");
        file.line("return new PrismaAsync(inside);");
        file.line("}");
        return file.line("}");
    }

    /** {@code PrismaExtension}. */
    JavaFile extension() {
        JavaFile file = new JavaFile(client.packageName(), client.types());
        String string = file.use("java.lang.String");
        file.doc("Code of the program's around operations, for {@code prisma.extend(..)}.");
        file.line("public final class PrismaExtension extends " + file.use("dev.prisma4j.client.extend.Extension")
                + "<PrismaExtension> {");
        file.line("private PrismaExtension(" + string + " name) {");
        file.line("super(name);");
        file.line("}");
        file.gap();
        file.doc("An extension without interceptors; the name is for messages.");
        file.line("public static PrismaExtension named(" + string + " name) {");
        file.line("return new PrismaExtension(name);");
        file.line("}");
        for (ModelShape model : client.models()) {
            String name = EXTENSION_MEMBERS.contains(model.accessor()) ? model.accessor() + "_" : model.accessor();
            file.gap();
            file.doc("Around operations of " + model.model().name() + ".");
            file.line("public PrismaExtension " + name + "(" + file.use("java.util.function.Consumer") + "<"
                    + file.use("dev.prisma4j.client.extend.ModelHooks") + "<"
                    + model.names().record() + ", "
                    + model.names().fields() + "<" + model.names().record() + ">>> hooks) {");
            file.line("return model(" + model.names().type() + ".TYPE, hooks);");
            file.line("}");
        }
        return file.line("}");
    }

    /** The methods of {@code PrismaClient}. */
    static void derivedClients(JavaFile file) {
        String duration = file.use("java.time.Duration");
        String route = file.use("dev.prisma4j.client.replica.Route");
        method(file, "The same operations without waiting.", "PrismaAsync async()", "return new PrismaAsync(session);");
        method(
                file,
                "This client with the interceptors of an extension, within those it has. It shares the connections, and is"
                        + " closed with this one.",
                "PrismaClient extend(PrismaExtension extension)",
                "return new PrismaClient(session.extended(extension));");
        method(
                file,
                "This client with reads going to the primary, too.",
                "PrismaClient primary()",
                "return new PrismaClient(session.routed(" + route + ".PRIMARY));");
        method(
                file,
                "This client with reads going to replicas only, even right after writes; it does not write.\n\n"
                        + "@throws IllegalStateException if the client has no replicas",
                "PrismaClient replica()",
                "return new PrismaClient(session.routed(" + route + ".REPLICA));");
        method(
                file,
                "The cache of reads with {@code cache(..)}: to forget answers, and to see how useful it is.",
                file.use("dev.prisma4j.client.cache.ResultCache") + " cache()",
                "return session.runtime().cache();");
        method(
                file,
                "Asks the database, and the replicas, for a sign of life; gives up after two seconds each.",
                file.use("dev.prisma4j.client.runtime.Health") + " health()",
                "return session.runtime().health(" + duration + ".ofSeconds(2));");
        method(
                file,
                "Closes the connections, after waiting that long for operations that run. Again has no effect.",
                "void close(" + duration + " wait)",
                "session.runtime().close(wait);");
    }

    private static void method(JavaFile file, String doc, String signature, String body) {
        file.doc(doc);
        file.line("public " + signature + " {");
        file.line(body);
        file.line("}");
        file.gap();
    }
}
