// The rules of docs/architecture.md, checked on the compiled classes and sources of every module.
package dev.prisma4j.cli.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {
    private static final String ROOT = "dev.prisma4j.";
    /** Each module, and the modules it may use. */
    private static final Map<String, Set<String>> MODULES = Map.of(
            "maven", Set.of("schema", "engine", "client", "generator", "migrate", "server", "cli"),
            "schema", Set.of(),
            "engine", Set.of("schema"),
            "client", Set.of("schema", "engine"),
            "generator", Set.of("schema", "engine", "client"),
            "processor", Set.of("schema"),
            "migrate", Set.of("schema"),
            "server", Set.of("schema", "engine"),
            "testkit", Set.of("schema", "engine", "client", "generator", "migrate", "server"),
            "cli", Set.of("schema", "engine", "client", "generator", "migrate", "server"));
    /** Where public types may be named in the public API: the JDK's, ours, and the few that are standards. */
    private static final List<String> OPEN_PACKAGES = List.of(
            "java.",
            "javax.",
            "dev.prisma4j.",
            "org.slf4j.",
            "org.jspecify.",
            "io.opentelemetry.api.",
            "tools.jackson.");
    /** Standard modifiable classes; a static field of one of them is state that every user of the JVM shares. */
    private static final Set<String> MODIFIABLE = Set.of(
            "java.util.HashMap",
            "java.util.LinkedHashMap",
            "java.util.TreeMap",
            "java.util.ArrayList",
            "java.util.HashSet",
            "java.util.concurrent.ConcurrentHashMap",
            "java.util.concurrent.ConcurrentMap",
            "java.util.concurrent.atomic.AtomicInteger",
            "java.util.concurrent.atomic.AtomicLong",
            "java.util.concurrent.atomic.AtomicBoolean",
            "java.util.concurrent.atomic.AtomicReference",
            "java.util.concurrent.locks.ReentrantLock",
            "java.lang.ThreadLocal",
            "java.lang.StringBuilder");

    /** Statements, but for the question that only asks whether a database answers. */
    private static final Pattern SQL_TEXT = Pattern.compile(
            "\"\\s*(SELECT (?!1\")|INSERT INTO |UPDATE [\\w\\\\\"`]+ SET|DELETE FROM |CREATE (TABLE|INDEX|UNIQUE|TYPE)|ALTER TABLE|DROP TABLE|SAVEPOINT )");

    /** Packages that users of the libraries call; the engine's other ones are its workshop. */
    private static final String[] PUBLIC_API = {
        ROOT + "schema..",
        ROOT + "engine",
        ROOT + "engine.error",
        ROOT + "engine.event",
        ROOT + "engine.query",
        ROOT + "engine.result",
        ROOT + "engine.value",
        ROOT + "client.."
    };

    private final Path repository = Path.of("..").toAbsolutePath().normalize();
    private JavaClasses classes = new ClassFileImporter().importClasses();

    @BeforeAll
    void readEveryModule() {
        List<Path> folders = MODULES.keySet().stream()
                .map(module -> repository.resolve(folder(module)).resolve("target/classes"))
                .filter(Files::isDirectory)
                .toList();
        assertThat(folders).as("modules that are built").hasSizeGreaterThanOrEqualTo(MODULES.size() - 1);
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPaths(folders);
    }

    // The Maven plugin is built after this module: its classes are checked where an earlier build has left them.
    private static String folder(String module) {
        return module.equals("maven") ? "maven-plugin" : module;
    }

    @Test
    void aModuleUsesOnlyTheModulesBeforeIt() {
        MODULES.forEach((module, allowed) -> {
            String[] forbidden = MODULES.keySet().stream()
                    .filter(other -> !other.equals(module) && !allowed.contains(other))
                    .map(other -> ROOT + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + module + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(forbidden)
                    .as("module " + module + " uses only " + new TreeSet<>(allowed))
                    .allowEmptyShould(true)
                    .check(classes);
        });
    }

    @Test
    void noPackagesDependOnEachOtherInACircle() {
        slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(classes);
    }

    @Test
    void theSchemaModuleKnowsNoJdbc() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "schema..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .check(classes);
    }

    @Test
    void onlyDialectsAndMigrateWriteSqlText() throws IOException {
        List<String> found = new ArrayList<>();
        for (String module : List.of("schema", "engine", "client", "generator", "server", "cli")) {
            for (Path file : javaFiles(repository.resolve(module).resolve("src/main/java"))) {
                if (file.toString().contains("engine/sql/dialect/")) {
                    continue;
                }
                Matcher matcher = SQL_TEXT.matcher(Files.readString(file).replaceAll("(?m)^\\s*(//|\\*|/\\*).*", ""));
                while (matcher.find()) {
                    found.add(repository.relativize(file) + ": " + matcher.group());
                }
            }
        }
        assertThat(found).as("SQL text outside engine.sql.dialect and migrate").isEmpty();
    }

    @Test
    void nothingIsStaticAndModifiable() {
        fields().that()
                .areStatic()
                .and(areWrittenByPeople())
                .should(beFinalAndUnmodifiable())
                .check(classes);
    }

    @Test
    void thePublicApiExposesNoTypesOfLibraries() {
        classes()
                .that()
                .arePublic()
                .and()
                .resideInAnyPackage(PUBLIC_API)
                .should(nameOnlyOpenTypes())
                .check(classes);
    }

    @Test
    void everyClassHasFoundItsName() {
        noClasses()
                .should()
                .haveNameMatching(".*(Helper|Util|Utils|Manager|Impl)")
                .check(classes);
    }

    @Test
    void everyPackageSaysThatNullIsMarked() {
        Set<String> unmarked = new TreeSet<>();
        for (JavaClass type : classes) {
            boolean marked = type.getPackage().tryGetPackageInfo().isPresent()
                    && type.getPackage().isAnnotatedWith(NullMarked.class);
            if (!marked && !type.getSimpleName().equals("package-info")) {
                unmarked.add(type.getPackageName());
            }
        }
        assertThat(unmarked).as("packages without @NullMarked").isEmpty();
    }

    private static DescribedPredicate<JavaField> areWrittenByPeople() {
        return DescribedPredicate.describe(
                "are written by people", field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC));
    }

    private static ArchCondition<JavaField> beFinalAndUnmodifiable() {
        return new ArchCondition<>("be final and of a type that nobody can modify") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                boolean isFinal = field.getModifiers().contains(JavaModifier.FINAL);
                boolean openArray =
                        field.getRawType().isArray() && !field.getModifiers().contains(JavaModifier.PRIVATE);
                boolean modifiable = MODIFIABLE.contains(field.getRawType().getName());
                if (!isFinal || openArray || modifiable) {
                    events.add(SimpleConditionEvent.violated(field, field.getDescription() + " is shared state"));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> nameOnlyOpenTypes() {
        return new ArchCondition<>("name only types of the JDK, of ours and of standards in what is public") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaMethod method : type.getMethods()) {
                    if (method.getModifiers().contains(JavaModifier.PUBLIC)) {
                        Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream())
                                .flatMap(named -> named.getAllInvolvedRawTypes().stream())
                                .filter(ArchitectureTest::isOfLibrary)
                                .forEach(foreign -> events.add(SimpleConditionEvent.violated(
                                        method, method.getFullName() + " names " + foreign.getName())));
                    }
                }
            }
        };
    }

    private static boolean isOfLibrary(JavaType type) {
        JavaClass raw = type.toErasure().getBaseComponentType();
        return !raw.isPrimitive() && OPEN_PACKAGES.stream().noneMatch(raw.getName()::startsWith);
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
