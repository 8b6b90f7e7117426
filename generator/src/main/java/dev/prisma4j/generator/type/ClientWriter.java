package dev.prisma4j.generator.type;

import dev.prisma4j.client.datamodel.DatamodelWriter;
import dev.prisma4j.generator.java.JavaFile;
import dev.prisma4j.generator.shape.ClientShape;
import dev.prisma4j.generator.shape.ModelShape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The client as a whole: the way in, the models, the client in a transaction, and the datamodel. */
final class ClientWriter {
    /** A string constant of a class file holds 65,535 bytes; a character takes up to three. */
    private static final int PART = 20_000;

    private final ClientShape client;

    ClientWriter(ClientShape client) {
        this.client = client;
    }

    private JavaFile file() {
        return new JavaFile(client.packageName(), client.types());
    }

    /** {@code PrismaModels}. */
    JavaFile models() {
        JavaFile file = file();
        String session = file.use("dev.prisma4j.client.ClientSession");
        file.doc(
                "The models of the schema, in and outside of transactions. Take this type where code should run in both.");
        file.line("public abstract class PrismaModels extends " + file.use("dev.prisma4j.client.ClientOperations")
                + "<PrismaTransaction>" + implemented(file) + " {");
        file.line("final " + session + " session;");
        file.gap();
        file.line("PrismaModels(" + session + " session) {");
        file.line("super(session);");
        file.line("this.session = session;");
        file.line("}");
        for (ModelShape model : client.models()) {
            String delegate = model.names().delegate();
            file.gap();
            file.doc("The operations of " + model.model().name() + ".");
            file.line("public final " + delegate + " " + model.accessor() + "() {");
            file.line("return new " + delegate + "(session);");
            file.line("}");
        }
        if (!client.queries().isEmpty()) {
            file.gap();
            file.doc("The queries of the project's {@code .sql} files.");
            file.line("public final PrismaSql sql() {");
            file.line("return new PrismaSql(this);");
            file.line("}");
        }
        file.gap();
        file.line("@" + file.use("java.lang.Override"));
        file.line("protected final PrismaTransaction inTransaction(" + session + " inside) {");
        file.line("return new PrismaTransaction(inside);");
        file.line("}");
        if (!client.methods().isEmpty()) {
            file.gap();
            file.line("@" + file.use("java.lang.Override"));
            file.line("public final PrismaModels self() {");
            file.line("return this;");
            file.line("}");
        }
        return file.line("}");
    }

    private String implemented(JavaFile file) {
        return client.methods().isEmpty()
                ? ""
                : " implements " + client.methods().stream().map(file::use).collect(Collectors.joining(", "));
    }

    /** {@code PrismaTransaction}. */
    JavaFile transaction() {
        JavaFile file = file();
        file.doc("The client in a transaction. Not to be used after it.");
        file.line("public final class PrismaTransaction extends PrismaModels {");
        file.line("PrismaTransaction(" + file.use("dev.prisma4j.client.ClientSession") + " session) {");
        file.line("super(session);");
        file.line("}");
        return file.line("}");
    }

    /** {@code PrismaClient}. */
    JavaFile client() {
        JavaFile file = file();
        String builder = file.use("dev.prisma4j.client.ClientBuilder");
        String session = file.use("dev.prisma4j.client.ClientSession");
        String override = "@" + file.use("java.lang.Override");
        file.doc("The client of the schema: one per program, used by all threads, closed at the end.");
        file.line("public final class PrismaClient extends PrismaModels implements "
                + file.use("java.lang.AutoCloseable") + " {");
        file.line("private PrismaClient(" + session + " session) {");
        file.line("super(session);");
        file.line("}");
        file.gap();
        file.doc(
                "Opens a client on the database that the schema's datasource names, or the variable DATABASE_URL, of the"
                        + " environment or a file .env.\n\n"
                        + "@throws IllegalStateException if nothing says where the database is");
        file.line("public static PrismaClient create() {");
        file.line("return builder().build();");
        file.line("}");
        file.gap();
        file.doc("For a client with options of its own.");
        file.line("public static " + builder + "<PrismaClient> builder() {");
        file.line("return new " + builder + "<>(PrismaSchema.SCHEMA, PrismaClient::new);");
        file.line("}");
        file.gap();
        SurfaceWriter.derivedClients(file);
        file.doc("The engine behind, for what the client does not offer.");
        file.line("public " + file.use("dev.prisma4j.engine.Engine") + " engine() {");
        file.line("return session.engine();");
        file.line("}");
        file.gap();
        file.doc("Closes the connections, after waiting for operations that run, as long as the builder was told."
                + " Again has no effect.");
        file.line(override);
        file.line("public void close() {");
        file.line("session.close();");
        file.line("}");
        return file.line("}");
    }

    /** {@code PrismaSchema}. */
    JavaFile schema() {
        JavaFile file = file();
        String string = file.use("java.lang.String");
        List<String> parts = parts();
        file.doc("The datamodel, as it was when this code was generated.");
        file.line("final class PrismaSchema {");
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            names.append(i == 0 ? "" : ", ").append("PART_").append(i + 1);
        }
        for (int i = 0; i < parts.size(); i++) {
            file.verbatim("    private static final " + string + " PART_" + (i + 1) + " =");
            file.verbatim("            \"\"\"");
            parts.get(i).lines().forEach(line -> file.verbatim("            " + line));
            file.verbatim("            \"\"\";");
            file.gap();
        }
        file.line("static final " + file.use("dev.prisma4j.schema.model.Schema") + " SCHEMA = "
                + file.use("dev.prisma4j.client.datamodel.DatamodelReader") + ".read(" + names + ");");
        file.gap();
        file.line("private PrismaSchema() {}");
        return file.line("}");
    }

    /** {@code package-info}. */
    String packageInfo(String header) {
        return header + """
                /** The client generated from the Prisma schema. */
                @NullMarked
                package %s;

                import org.jspecify.annotations.NullMarked;
                """.formatted(client.packageName());
    }

    private List<String> parts() {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (String line : DatamodelWriter.write(client.schema())) {
            String escaped = escaped(line);
            if (part.length() > 0 && part.length() + escaped.length() > PART) {
                parts.add(part.toString());
                part.setLength(0);
            }
            part.append(escaped).append('\n');
        }
        parts.add(part.toString());
        return parts;
    }

    private static String escaped(String line) {
        String text = line.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t");
        return text.endsWith(" ") ? text.substring(0, text.length() - 1) + "\\s" : text;
    }
}
