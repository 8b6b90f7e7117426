// What operations give back, for the contenders that have no classes of their own for it.
package dev.prisma4j.benchmarks.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as plain records: the shape of a result that hand-written code would choose. */
public final class Rows {
    private Rows() {}

    public record User(
            int id,
            String email,
            String username,
            @Nullable Integer age,
            boolean verified,
            String country,
            double score) {}

    public record Post(int id, String title, @Nullable String body, boolean published, int views, int authorId) {}

    public record Comment(int id, String text, int postId) {}

    public record Tag(int id, String name) {}

    public record UserWithPosts(
            int id,
            String email,
            String username,
            @Nullable Integer age,
            boolean verified,
            String country,
            double score,
            List<Post> posts) {}

    public record PostWithComments(
            int id,
            String title,
            @Nullable String body,
            boolean published,
            int views,
            int authorId,
            List<Comment> comments) {}

    public record UserWithDiscussions(
            int id,
            String email,
            String username,
            @Nullable Integer age,
            boolean verified,
            String country,
            double score,
            List<PostWithComments> posts) {}

    public record PostWithTags(
            int id, String title, @Nullable String body, boolean published, int views, int authorId, List<Tag> tags) {}

    /** Three of the twenty columns. */
    public record Narrow(int id, String s1, int i1) {}

    public record CountryStatistics(
            String country, long users, @Nullable Double averageAge) {}

    public record Customer(
            int id, String email, String name, @Nullable Integer age, int balance) {}

    public record Purchase(int id, String product, int quantity, double price, int customerId) {}

    public record CustomerWithPurchases(
            int id, String email, String name, @Nullable Integer age, int balance, List<Purchase> purchases) {}
}
