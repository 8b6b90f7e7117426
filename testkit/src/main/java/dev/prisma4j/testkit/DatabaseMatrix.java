// The JUnit extension behind @DatabaseTest.
package dev.prisma4j.testkit;

import dev.prisma4j.testkit.server.ServerUnavailable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.TestAbortedException;

/** Multiplies a test method or class by the databases its annotation names. */
final class DatabaseMatrix implements TestTemplateInvocationContextProvider, ClassTemplateInvocationContextProvider {

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return context.getElement()
                .map(e -> AnnotationSupport.isAnnotated(e, DatabaseTest.class))
                .orElse(false);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        return kinds(context).map(MethodOnDatabase::new);
    }

    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return supportsTestTemplate(context);
    }

    @Override
    public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(ExtensionContext context) {
        return kinds(context).map(ClassOnDatabase::new);
    }

    private static Stream<DatabaseKind> kinds(ExtensionContext context) {
        DatabaseTest annotation = AnnotationSupport.findAnnotation(context.getElement(), DatabaseTest.class)
                .orElseThrow();
        return Arrays.stream(annotation.value()).distinct();
    }

    private record MethodOnDatabase(DatabaseKind kind) implements TestTemplateInvocationContext {
        @Override
        public String getDisplayName(int invocationIndex) {
            return kind.title();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new DatabaseParameters(kind));
        }
    }

    private record ClassOnDatabase(DatabaseKind kind) implements ClassTemplateInvocationContext {
        @Override
        public String getDisplayName(int invocationIndex) {
            return kind.title();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new DatabaseParameters(kind));
        }
    }

    private record DatabaseParameters(DatabaseKind kind) implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            Class<?> type = parameter.getParameter().getType();
            return type == TestDatabase.class || type == TestServer.class || type == DatabaseKind.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            Class<?> type = parameter.getParameter().getType();
            if (type == DatabaseKind.class) {
                return kind;
            }
            TestServer server = serverOrSkip();
            if (type == TestServer.class) {
                return server;
            }
            TestDatabase database = server.fresh();
            // JUnit closes what is in the store when the test, or the class for a constructor's parameter, ends.
            context.getStore(ExtensionContext.Namespace.create(DatabaseMatrix.class))
                    .put(database, database);
            return database;
        }

        private TestServer serverOrSkip() {
            try {
                return TestDatabase.server(kind);
            } catch (ServerUnavailable e) {
                if (Boolean.parseBoolean(System.getenv("CI"))) {
                    throw e;
                }
                throw new TestAbortedException(e.getMessage());
            }
        }
    }
}
