package dev.prisma4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Generators of others: scripts for Node that behave in every way there is, and two of npm as they are published. */
class ExternalGeneratorsTest {
    private static final String DATASOURCE =
            "datasource db {\n  provider = \"sqlite\"\n  url = env(\"DATABASE_URL\")\n}\n";
    private static final String MODELS = """
            /// People who write.
            model User {
              id    Int    @id @default(autoincrement())
              email String @unique
              posts Post[]
            }

            model Post {
              id       Int    @id
              title    String
              author   User   @relation(fields: [authorId], references: [id])
              authorId Int
            }
            """;
    /** Writes down what it is told. MODE says how it misbehaves. */
    private static final String RECORDER = """
            const fs = require('fs'), path = require('path'), mode = process.argv[2] || '';
            let rest = '';
            process.stdin.on('data', chunk => {
              rest += chunk;
              const lines = rest.split('\\n');
              rest = lines.pop();
              lines.filter(line => line).forEach(line => answer(JSON.parse(line)));
            });
            function reply(id, what) { process.stderr.write(JSON.stringify({jsonrpc: '2.0', id, ...what}) + '\\n'); }
            function answer(request) {
              if (request.method === 'getManifest') {
                if (mode === 'silent') return;
                if (mode === 'dies') { console.error('out of cheese'); process.exit(3); }
                if (mode === 'refuses') return reply(request.id, {error: {code: -32000, message: 'not today', data: {stack: 's'}}});
                if (mode === 'null') return reply(request.id, {result: {manifest: null}});
                console.error('{"just": "json"}');
                return reply(request.id, {result: {manifest: {prettyName: 'Recorder', version: '1.2.3',
                  defaultOutput: mode === 'packaged' ? 'node_modules/recorded' : './recorded',
                  requiresGenerators: mode === 'needy' ? ['prisma-client-js'] : [],
                  requiresEngines: mode === 'engines' ? ['queryEngine'] : []}}});
              }
              if (mode === 'fails') return reply(request.id, {error: {code: -32000, message: 'cannot draw this', data: {stack: 's'}}});
              const out = request.params.generator.output.value;
              fs.mkdirSync(out, {recursive: true});
              fs.writeFileSync(path.join(out, 'told.json'), JSON.stringify(request.params));
              console.log('recorder says hello from ' + process.cwd() + ' ' + process.env.PRISMA_GENERATOR_INVOCATION);
              reply(request.id, {result: null});
            }
            """;

    private static boolean node;

    @TempDir
    Path folder;

    private CommandRun project = new CommandRun(Path.of(""));

    @BeforeAll
    static void whereNodeIs() {
        node = isOnPath("node");
    }

    @BeforeEach
    void inAProject() {
        assumeTrue(node, "Node is not installed");
        project = new CommandRun(folder).with("PATH", System.getenv("PATH"));
        project.write("tools/recorder.js", RECORDER);
    }

    private static boolean isOnPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static String block(String name, String provider, String rest) {
        return "generator " + name + " {\n  provider = \"" + provider + "\"\n" + rest + "}\n";
    }

    private CommandRun.Result generate(String blocks, String... flags) {
        project.write("prisma/schema.prisma", DATASOURCE + blocks + MODELS);
        return project.run(
                Stream.concat(Stream.of("generate"), Arrays.stream(flags)).toArray(String[]::new));
    }

    private JsonNode told(String file) throws IOException {
        return JsonMapper.shared().readTree(project.read(file));
    }

    @Test
    void aProgramIsToldOfItsBlockAndTheWholeProject() throws IOException {
        project.with("PLACE", "../somewhere").with("DATABASE_URL", "file:secret.db");
        CommandRun.Result result = generate(block(
                        "docs",
                        "node tools/recorder.js",
                        "  output = env(\"PLACE\")\n  style = \"wide\"\n  tags = [\"a\", \"b\"]\n  deep = true\n"
                                + "  binaryTargets = [\"native\", \"linux-musl\"]\n")
                + block("js", "prisma-client-js", "  previewFeatures = [\"views\"]\n"));
        assertThat(result.status()).as(result.all()).isZero();
        assertThat(result.out())
                .contains("recorder says hello from " + folder.toRealPath() + " true")
                .contains("Generated Recorder (1.2.3) to somewhere in ");
        JsonNode told = told("somewhere/told.json");
        assertThat(told.path("datamodel").asString()).contains("model Post");
        assertThat(told.path("schemaPath").asString())
                .isEqualTo(project.file("prisma/schema.prisma").toString());
        JsonNode generator = told.path("generator");
        assertThat(generator.path("name").asString()).isEqualTo("docs");
        assertThat(generator.path("output").toString())
                .isEqualTo("{\"fromEnvVar\":\"PLACE\",\"value\":\"" + project.file("somewhere") + "\"}");
        assertThat(generator.path("isCustomOutput").asBoolean()).isTrue();
        assertThat(generator.path("config").toString())
                .isEqualTo("{\"deep\":\"true\",\"style\":\"wide\",\"tags\":[\"a\",\"b\"]}");
        assertThat(generator.path("binaryTargets").path(0).path("native").asBoolean())
                .isTrue();
        assertThat(generator.path("binaryTargets").path(1).toString())
                .isEqualTo("{\"fromEnvVar\":null,\"value\":\"linux-musl\"}");
        assertThat(told.path("otherGenerators")
                        .path(0)
                        .path("provider")
                        .path("value")
                        .asString())
                .isEqualTo("prisma-client-js");
        assertThat(told.path("datasources").path(0).path("url").toString())
                .as("addresses stay in their variables")
                .isEqualTo("{\"fromEnvVar\":\"DATABASE_URL\",\"value\":null}");
        assertThat(told.path("datasources").path(0).path("activeProvider").asString())
                .isEqualTo("sqlite");
        assertThat(told.path("dmmf").path("datamodel").path("models").size()).isEqualTo(2);
        assertThat(told.path("dmmf").path("schema").isObject()).isTrue();
        assertThat(told.path("dmmf").path("mappings").isObject()).isTrue();
    }

    @Test
    void theOutputIsTheManifestsWhereTheBlockDoesNotSay() {
        project.write("package.json", "{}");
        assertThat(generate(block("a", "node tools/recorder.js", "")).status()).isZero();
        assertThat(project.file("prisma/recorded/told.json")).exists();
        assertThat(generate(block("a", "node tools/recorder.js packaged", "")).status())
                .isZero();
        assertThat(project.file("node_modules/recorded/told.json")).exists();
        assertThat(generate(block("a", "node tools/recorder.js null", "")).err())
                .contains("does not say where to write");
        assertThat(generate(block("a", "node tools/recorder.js null", "  output = \"../x\"\n"))
                        .status())
                .isZero();
        assertThat(project.file("x/told.json")).exists();
    }

    @Test
    void providersAreScriptsProgramsOfNpmOrVariables() throws IOException {
        assertThat(generate(block("a", "./tools/recorder.js", "")).status()).isZero();
        Path bin = Files.createDirectories(project.file("node_modules/.bin")).resolve("my-recorder");
        Files.writeString(bin, "#!/usr/bin/env node\n" + RECORDER);
        assertThat(bin.toFile().setExecutable(true)).isTrue();
        assertThat(generate(block("a", "my-recorder", "  output = \"../bin\"\n"))
                        .status())
                .isZero();
        assertThat(project.file("bin/told.json")).exists();
        String block = "generator a {\n  provider = env(\"GENERATOR\")\n  output = \"../env\"\n}\n";
        assertThat(generate(block).err()).contains("GENERATOR, which is not set");
        project.with("GENERATOR", "my-recorder");
        assertThat(generate(block).status()).isZero();
        assertThat(project.file("env/told.json")).exists();
    }

    @Test
    void whatFailsIsSaidAndDoesNotStopTheOthers() {
        CommandRun.Result result = generate(block("one", "node tools/recorder.js fails", "")
                + block("two", "node tools/recorder.js dies", "")
                + block("three", "node tools/recorder.js refuses", "")
                + block("four", "no-such-generator", "")
                + block("five", "node tools/recorder.js needy", "")
                + block("six", "node tools/recorder.js", "  output = \"../six\"\n")
                + block("seven", "prisma4j", "  output = \"../src\"\n"));
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err())
                .contains("\"node tools/recorder.js fails\" failed: cannot draw this")
                .contains("ended with status 3 before it had answered. It said:\nout of cheese")
                .contains("failed: not today")
                .contains("\"no-such-generator\" ended with status 127")
                .contains("Is it installed?")
                .contains("whose provider is \"prisma-client-js\"")
                .contains("the generators \"one\", \"two\", \"three\", \"four\", \"five\" failed");
        assertThat(project.file("six/told.json")).exists();
        assertThat(project.file("src/prisma/client/PrismaClient.java")).exists();
    }

    @Test
    void whatDoesNotAnswerIsEnded() {
        CommandRun.Result result =
                generate(block("a", "node tools/recorder.js silent", ""), "--generator-timeout", "1");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("did not answer getManifest within 1 s");
        assertThat(ProcessHandle.current()
                        .descendants()
                        .filter(child -> child.info().commandLine().orElse("").contains("recorder.js silent")))
                .isEmpty();
    }

    @Test
    void enginesOfPrismaAreNamedByVariablesOnly() throws IOException {
        String block = block("a", "node tools/recorder.js engines", "  output = \"../out\"\n");
        assertThat(generate(block).err()).contains("asks for Prisma's queryEngine");
        project.with("PRISMA_QUERY_ENGINE_BINARY", "/opt/engine");
        assertThat(generate(block).err()).isEmpty();
        assertThat(told("out/told.json").path("binaryPaths").path("queryEngine").toString())
                .contains("/opt/engine");
    }

    @Test
    void generatorsOfNpmWork() throws Exception {
        assumeTrue(isOnPath("npm"), "npm is not installed");
        Path packages = npmPackages("prisma-markdown@4.0.0", "prisma-generator-typescript-interfaces@3.1.0");
        project.with("PATH", packages.resolve(".bin") + File.pathSeparator + System.getenv("PATH"));
        CommandRun.Result result =
                generate(block("markdown", "prisma-markdown", "  output = \"../docs/ERD.md\"\n  title = \"The blog\"\n")
                        + block("ts", "prisma-generator-typescript-interfaces", "  output = \"../types.ts\"\n")
                        + block("client", "prisma4j", "  output = \"../src\"\n"));
        assertThat(result.status()).as(result.all()).isZero();
        assertThat(project.read("docs/ERD.md"))
                .contains("# The blog")
                .contains("erDiagram")
                .contains("\"Post\" }o--|| \"User\" : author")
                .contains("People who write.");
        assertThat(project.read("types.ts"))
                .contains("export interface User {")
                .contains("email: string;")
                .contains("posts?: Post[];");
        assertThat(project.file("src/prisma/client/UserDelegate.java")).exists();
    }

    /** Packages as npm installs them, kept from run to run in the build's folder; skips the test where npm cannot. */
    private static Path npmPackages(String... packages) throws Exception {
        Path folder = Path.of("target/npm").toAbsolutePath();
        Path done = folder.resolve("installed");
        if (!Files.exists(done)) {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("package.json"), "{\"private\": true}");
            List<String> command = Stream.concat(
                            Stream.of(
                                    "npm",
                                    "install",
                                    "--ignore-scripts",
                                    "--no-audit",
                                    "--no-fund",
                                    "--legacy-peer-deps"),
                            Arrays.stream(packages))
                    .toList();
            Process npm = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("npm.log").toFile())
                    .start();
            boolean ended = npm.waitFor(60, TimeUnit.SECONDS);
            npm.destroyForcibly();
            assumeTrue(ended && npm.exitValue() == 0, "npm cannot install, see target/npm/npm.log");
            Files.createFile(done);
        }
        return folder.resolve("node_modules");
    }
}
