package dev.prisma4j.client.extend;

/**
 * Methods of the program's own on generated types. The program writes an interface with default methods, and names it in the
 * generator block:
 *
 * <pre>{@code
 * // generator client { ... methods = ["User:com.example.UserMethods"] }
 * public interface UserMethods extends Methods<UserDelegate> {
 *     default Optional<User> byDomain(String domain) {
 *         return self().findFirst(q -> q.where(u -> u.email().endsWith("@" + domain)));
 *     }
 * }
 * }</pre>
 *
 * From then on there is {@code prisma.user().byDomain(..)}, in transactions too. For methods of the client as a whole it is
 * {@code Methods<PrismaModels>}.
 *
 * @param <D> the generated type
 */
public interface Methods<D> {
    /** The generated object that the methods are called on. */
    D self();
}
