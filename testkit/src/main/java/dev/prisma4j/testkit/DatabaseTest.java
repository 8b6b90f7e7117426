// The annotation that runs a test, or a whole class of tests, once per database.
package dev.prisma4j.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test method, or every test of a class, once per database of the matrix.
 *
 * <pre>{@code
 * @DatabaseTest
 * class PaginationTest {
 *     @Test
 *     void takesTheFirstRows(TestDatabase database) { ... }
 * }
 * }</pre>
 *
 * A parameter of type {@link TestDatabase} is a fresh database, dropped after the test; one of type {@link TestServer}
 * or {@link DatabaseKind} says which database the test runs on. In a class of tests these may also be parameters of the
 * constructor (its database then lives as long as the instance).
 *
 * <p>Where a server cannot be started the tests are skipped with the reason, unless the environment says
 * {@code CI=true}: there they fail, so that nothing is skipped unseen.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ClassTemplate
@ExtendWith(DatabaseMatrix.class)
public @interface DatabaseTest {

    /** The databases to run on; all by default. */
    DatabaseKind[] value() default {
        DatabaseKind.SQLITE, DatabaseKind.POSTGRESQL, DatabaseKind.MYSQL, DatabaseKind.MARIADB
    };
}
