package dev.prisma4j.benchmarks.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The versions of what was measured, as the class path's file names tell them. */
final class Versions {
    /** A whole file name, since there is an {@code ebean-platform-h2} as well. */
    private static final Pattern JAR =
            Pattern.compile("(?:^|[/\\\\:;])(hibernate-core|spring-data-jpa|jooq|jimmer-sql|mybatis|ebean"
                    + "|jdbi3-core|sqlite-jdbc|postgresql|h2|HikariCP|jmh-core)-(\\d[^/\\\\:;]*)\\.jar");

    private Versions() {}

    static String text() {
        return of(System.getProperty("java.class.path"));
    }

    static String of(String classPath) {
        StringBuilder text = new StringBuilder();
        Matcher matcher = JAR.matcher(classPath);
        while (matcher.find()) {
            text.append(text.isEmpty() ? "" : ", ")
                    .append(matcher.group(1))
                    .append(' ')
                    .append(matcher.group(2));
        }
        return text.toString();
    }
}
