package dev.prisma4j.testkit.surface;

/** What rows of members know besides their fields. */
public interface FullName {
    String firstName();

    String lastName();

    /** Both names. */
    default String fullName() {
        return firstName() + " " + lastName();
    }
}
