package dev.prisma4j.benchmarks.hibernate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.BatchSize;

/** The entities. Related rows are lazy and read in batches, which Hibernate's guide prefers to joins for to-many relations. */
public final class Entities {
    private Entities() {}

    @Entity(name = "User")
    @Table(name = "users")
    public static class User {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        int id;

        String email;
        String username;
        Integer age;
        boolean verified;
        String country;
        double score;

        @OneToMany(mappedBy = "author")
        @OrderBy("id")
        @BatchSize(size = 100)
        List<Post> posts = new ArrayList<>();

        public int getId() {
            return id;
        }
    }

    @Entity(name = "Post")
    @Table(name = "posts")
    public static class Post {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        int id;

        String title;
        String body;
        boolean published;
        int views;

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "author_id")
        User author;

        @Column(name = "author_id", insertable = false, updatable = false)
        int authorId;

        @OneToMany(mappedBy = "post")
        @OrderBy("id")
        @BatchSize(size = 300)
        List<Comment> comments = new ArrayList<>();

        @ManyToMany
        @JoinTable(
                name = "`_post_tag`",
                joinColumns = @JoinColumn(name = "`A`"),
                inverseJoinColumns = @JoinColumn(name = "`B`"))
        @OrderBy("id")
        @BatchSize(size = 100)
        List<Tag> tags = new ArrayList<>();

        public int getId() {
            return id;
        }
    }

    @Entity(name = "Comment")
    @Table(name = "comments")
    public static class Comment {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        int id;

        String text;

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "post_id")
        Post post;

        @Column(name = "post_id", insertable = false, updatable = false)
        int postId;
    }

    @Entity(name = "Tag")
    @Table(name = "tags")
    public static class Tag {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        int id;

        String name;
    }

    @Entity(name = "Wide")
    @Table(name = "wide")
    public static class Wide {
        @Id
        int id;

        String s1;
        String s2;
        String s3;
        String s4;
        String s5;
        String s6;
        String s7;
        int i1;
        int i2;
        int i3;
        int i4;
        int i5;
        int i6;
        double f1;
        double f2;
        double f3;
        boolean b1;
        boolean b2;
        boolean b3;
    }

    @Entity(name = "Customer")
    @Table(name = "customers")
    public static class Customer {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        int id;

        String email;
        String name;
        Integer age;
        int balance;

        @OneToMany(mappedBy = "customer")
        List<Purchase> purchases = new ArrayList<>();
    }

    @Entity(name = "Purchase")
    @Table(name = "purchases")
    public static class Purchase {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        int id;

        String product;
        int quantity;
        double price;

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "customer_id")
        Customer customer;
    }

    @Entity(name = "Event")
    @Table(name = "events")
    public static class Event {
        @Id
        int id;

        String kind;
        int amount;
        String payload;
    }
}
