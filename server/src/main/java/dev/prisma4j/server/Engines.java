package dev.prisma4j.server;

import dev.prisma4j.engine.Engine;
import dev.prisma4j.engine.error.PrismaException;
import dev.prisma4j.engine.protocol.JsonProtocol;
import dev.prisma4j.schema.CompiledSchema;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.schema.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The engines that the server answers with: one for the given schema, or one for each uploaded schema, by its hash. */
final class Engines implements AutoCloseable {
    /** An engine and what belongs to it. */
    record Served(Engine engine, JsonProtocol protocol, Transactions transactions) {}

    private final ServerOptions options;
    private final StatementLog log = new StatementLog();
    private final @Nullable Served fixed;
    private final Map<String, Served> uploaded = new ConcurrentHashMap<>();

    Engines(ServerOptions options) {
        this.options = options;
        Schema schema = options.schema();
        this.fixed = schema == null ? null : open(schema);
    }

    private Served open(Schema schema) {
        Engine engine = options.opener().open(schema, log);
        return new Served(engine, new JsonProtocol(engine), new Transactions(engine));
    }

    /** What requests for that schema are answered with; empty if it has not been uploaded. */
    Optional<Served> of(@Nullable String hash) {
        if (fixed != null) {
            return Optional.of(fixed);
        }
        return hash == null ? Optional.empty() : Optional.ofNullable(uploaded.get(hash));
    }

    StatementLog log() {
        return log;
    }

    /**
     * Takes a schema from a client.
     *
     * @param hash the hash that the client gives, of the text as it was sent
     * @param body the schema in base64
     * @throws InvalidUpload if it is no valid schema, not the one of that hash, or one that cannot be served
     * @throws PrismaException if its engine cannot be opened
     */
    void upload(String hash, byte[] body) {
        if (fixed != null || uploaded.containsKey(hash)) {
            return;
        }
        if (!hash.equals(sha256(body))) {
            throw new InvalidUpload("The schema does not have the hash that the URL says.");
        }
        Schema schema = compile(body);
        try {
            uploaded.computeIfAbsent(hash, h -> open(schema));
        } catch (PrismaException e) {
            tell("an uploaded schema cannot be served: " + e.getMessage());
            throw e;
        } catch (RuntimeException e) {
            String problem = String.valueOf(e.getMessage());
            tell("an uploaded schema cannot be served: " + problem);
            throw new InvalidUpload("The schema cannot be served: " + problem);
        }
    }

    /** Tells whoever runs the server what went wrong. */
    void tell(String problem) {
        options.problems().accept(problem);
    }

    private static Schema compile(byte[] body) {
        String text;
        try {
            text = new String(Base64.getMimeDecoder().decode(body), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new InvalidUpload("The schema is not valid base64.");
        }
        CompiledSchema compiled = SchemaCompiler.compile(List.of(SourceFile.of("schema.prisma", text)));
        Schema schema = compiled.schema();
        if (schema == null) {
            throw new InvalidUpload(
                    "The schema is not valid: " + compiled.errors().get(0).message());
        }
        return schema;
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void close() {
        if (fixed != null) {
            fixed.transactions().close();
            fixed.engine().close();
        }
        uploaded.values().forEach(served -> {
            served.transactions().close();
            served.engine().close();
        });
    }

    /** An upload that cannot be served. */
    static final class InvalidUpload extends RuntimeException {
        private static final long serialVersionUID = 1L;

        InvalidUpload(String message) {
            super(message);
        }
    }
}
