package dev.prisma4j.testkit.laws;

import dev.prisma4j.migrate.database.DatabaseKind;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Set;

/** A kind of database whose connections pass a crash point before everything that the server would notice. */
final class CrashingDatabase {
    private static final Set<String> SENT = Set.of("commit", "rollback", "setAutoCommit", "setCatalog");

    private CrashingDatabase() {}

    static DatabaseKind of(DatabaseKind kind, CrashPoint point) {
        return proxy(DatabaseKind.class, (self, method, arguments) -> {
            if (method.getName().equals("open")) {
                point.pass("connecting");
            }
            Object result = call(kind, method, arguments);
            return result instanceof Connection connection && method.getName().equals("open")
                    ? connection(connection, point)
                    : result;
        });
    }

    private static Connection connection(Connection real, CrashPoint point) {
        point.watch(real);
        return proxy(Connection.class, (self, method, arguments) -> {
            if (SENT.contains(method.getName())) {
                point.pass(method.getName());
            }
            Object result = call(real, method, arguments);
            if (result instanceof Statement statement) {
                Class<?> type = method.getReturnType();
                return statement(type, statement, arguments == null ? "" : String.valueOf(arguments[0]), point);
            }
            return result;
        });
    }

    private static Object statement(Class<?> type, Statement real, String prepared, CrashPoint point) {
        return proxy(type, (self, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                point.pass(arguments == null ? prepared : String.valueOf(arguments[0]));
            }
            return call(real, method, arguments);
        });
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(CrashingDatabase.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
