package dev.prisma4j.benchmarks.ebean;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
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
import java.util.List;

/** The entities; the build completes their byte code. */
public final class Entities {
    private Entities() {}

    @Entity
    @Table(name = "users")
    public static class User {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Integer id;

        private String email;
        private String username;
        private Integer age;
        private boolean verified;
        private String country;
        private double score;

        @OneToMany(mappedBy = "author")
        @OrderBy("id")
        private List<Post> posts;

        public Integer getId() {
            return id;
        }

        public String getEmail() {
            return email;
        }

        public String getUsername() {
            return username;
        }

        public Integer getAge() {
            return age;
        }

        public boolean isVerified() {
            return verified;
        }

        public String getCountry() {
            return country;
        }

        public double getScore() {
            return score;
        }

        public List<Post> getPosts() {
            return posts;
        }
    }

    @Entity
    @Table(name = "posts")
    public static class Post {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Integer id;

        private String title;
        private String body;
        private boolean published;
        private int views;

        @ManyToOne
        @JoinColumn(name = "author_id")
        private User author;

        @OneToMany(mappedBy = "post")
        @OrderBy("id")
        private List<Comment> comments;

        @ManyToMany
        @JoinTable(
                name = "_post_tag",
                joinColumns = @JoinColumn(name = "`A`"),
                inverseJoinColumns = @JoinColumn(name = "`B`"))
        @OrderBy("id")
        private List<Tag> tags;

        public Integer getId() {
            return id;
        }

        public String getTitle() {
            return title;
        }

        public String getBody() {
            return body;
        }

        public boolean isPublished() {
            return published;
        }

        public int getViews() {
            return views;
        }

        public Integer getAuthorId() {
            return author.getId();
        }

        public List<Comment> getComments() {
            return comments;
        }

        public List<Tag> getTags() {
            return tags;
        }
    }

    @Entity
    @Table(name = "comments")
    public static class Comment {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Integer id;

        private String text;

        @ManyToOne
        @JoinColumn(name = "post_id")
        private Post post;

        public Integer getId() {
            return id;
        }

        public String getText() {
            return text;
        }

        public Integer getPostId() {
            return post.getId();
        }
    }

    @Entity
    @Table(name = "tags")
    public static class Tag {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Integer id;

        private String name;

        public Integer getId() {
            return id;
        }

        public String getName() {
            return name;
        }
    }

    @Entity
    @Table(name = "wide")
    public static class Wide {
        @Id
        private Integer id;

        @Column(name = "s1")
        private String s1;

        @Column(name = "s2")
        private String s2;

        @Column(name = "s3")
        private String s3;

        @Column(name = "i1")
        private int i1;

        @Column(name = "i2")
        private int i2;

        public Integer getId() {
            return id;
        }

        public String getS1() {
            return s1;
        }

        public int getI1() {
            return i1;
        }
    }

    @Entity
    @Table(name = "customers")
    public static class Customer {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Integer id;

        private String email;
        private String name;
        private Integer age;
        private int balance;

        @OneToMany(mappedBy = "customer")
        private List<Purchase> purchases;

        public Integer getId() {
            return id;
        }

        public String getEmail() {
            return email;
        }

        public void setEmail(String value) {
            email = value;
        }

        public String getName() {
            return name;
        }

        public void setName(String value) {
            name = value;
        }

        public Integer getAge() {
            return age;
        }

        public void setAge(Integer value) {
            age = value;
        }

        public int getBalance() {
            return balance;
        }

        public void setBalance(int value) {
            balance = value;
        }

        public List<Purchase> getPurchases() {
            return purchases;
        }

        public void setPurchases(List<Purchase> value) {
            purchases = value;
        }
    }

    @Entity
    @Table(name = "purchases")
    public static class Purchase {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Integer id;

        private String product;
        private int quantity;
        private double price;

        @ManyToOne
        @JoinColumn(name = "customer_id")
        private Customer customer;

        public Integer getId() {
            return id;
        }

        public String getProduct() {
            return product;
        }

        public void setProduct(String value) {
            product = value;
        }

        public int getQuantity() {
            return quantity;
        }

        public void setQuantity(int value) {
            quantity = value;
        }

        public double getPrice() {
            return price;
        }

        public void setPrice(double value) {
            price = value;
        }

        public void setCustomer(Customer value) {
            customer = value;
        }
    }

    @Entity
    @Table(name = "events")
    public static class Event {
        @Id
        private Integer id;

        private String kind;
        private int amount;
        private String payload;

        public void setId(Integer value) {
            id = value;
        }

        public void setKind(String value) {
            kind = value;
        }

        public int getAmount() {
            return amount;
        }

        public void setAmount(int value) {
            amount = value;
        }

        public void setPayload(String value) {
            payload = value;
        }
    }
}
