package dev.prisma4j.benchmarks.mybatis;

import java.util.ArrayList;
import java.util.List;

/** Objects with related lists, which MyBatis fills by their fields. */
final class Beans {
    private Beans() {}

    static class Post {
        int id;
        String title;
        String body;
        boolean published;
        int views;
        int authorId;
    }

    static final class Comment {
        int id;
        String text;
        int postId;
    }

    static final class Tag {
        int id;
        String name;
    }

    static final class PostWithComments extends Post {
        List<Comment> comments = new ArrayList<>();
    }

    static final class PostWithTags extends Post {
        List<Tag> tags = new ArrayList<>();
    }

    static class User {
        int id;
        String email;
        String username;
        Integer age;
        boolean verified;
        String country;
        double score;
    }

    static final class UserWithPosts extends User {
        List<Post> posts = new ArrayList<>();
    }

    static final class UserWithDiscussions extends User {
        List<PostWithComments> posts = new ArrayList<>();
    }

    static final class Narrow {
        int id;
        String s1;
        int i1;
    }

    static final class Statistics {
        String country;
        long users;
        Double averageAge;
    }

    static class Customer {
        int id;
        String email;
        String name;
        Integer age;
        int balance;
    }

    static final class CustomerWithPurchases extends Customer {
        List<Purchase> purchases = new ArrayList<>();
    }

    static final class Purchase {
        int id;
        String product;
        int quantity;
        double price;
        int customerId;
    }

    static final class Event {
        int id;
        String kind;
        int amount;
        String payload;
    }
}
