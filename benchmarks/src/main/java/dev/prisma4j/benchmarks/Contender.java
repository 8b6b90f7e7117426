// What every library is asked to do.
package dev.prisma4j.benchmarks;

import dev.prisma4j.benchmarks.data.NewCustomer;
import dev.prisma4j.benchmarks.data.NewEvent;
import java.sql.SQLException;
import java.util.List;

/**
 * One way to work with a database, opened on one. Each operation is written as the library's own documentation recommends
 * for speed, and gives what the library gives: its own entities, or plain records where it has none.
 * {@code ConsistencyTest} sees that all of them say and do the same.
 */
public interface Contender extends AutoCloseable {
    /** One user by id. */
    Object findUnique(int id) throws Exception;

    /** The first verified user of a country and of at least that age, by id. */
    Object findFirst(String country, int age) throws Exception;

    /** The first posts by id. */
    List<?> findMany(int rows) throws Exception;

    /** A page of the verified users of at least that age, by name downwards. */
    List<?> page(int age, int skip, int take) throws Exception;

    /** So many users from an id on, by id, each with all posts by id. */
    List<?> usersWithPosts(int from, int users) throws Exception;

    /** So many users from an id on, by id, each with all posts, each with all comments. */
    List<?> usersWithDiscussions(int from, int users) throws Exception;

    /** So many posts from an id on, by id, each with its tags by id. */
    List<?> postsWithTags(int from, int posts) throws Exception;

    /** Three of twenty columns of so many rows, by id. */
    List<?> threeOfTwenty(int rows) throws Exception;

    /** How many users are of at least that age. */
    long count(int age) throws Exception;

    /** For each country by name: users, and their average age. */
    List<?> groupBy() throws Exception;

    /** Makes a customer and gives it with its id. */
    Object create(NewCustomer customer) throws Exception;

    /** Makes a customer with ten purchases and gives it with them, all with their ids. */
    Object createWithPurchases(NewCustomer customer, List<NewCustomer.NewPurchase> purchases) throws Exception;

    /** Makes events and tells how many. */
    long createMany(List<NewEvent> events) throws Exception;

    /** Sets a customer's balance and gives the customer. */
    Object update(int id, int balance) throws Exception;

    /** Makes the customer, or sets the balance of the one with that e-mail address; gives it with its id. */
    Object upsert(NewCustomer customer) throws Exception;

    /** Adds to the balance of all customers of at least that age, and tells of how many. */
    long updateMany(int age, int amount) throws Exception;

    /**
     * In one transaction: makes a customer, makes two purchases of theirs one after the other, sets the balance to 50, and
     * deletes the first purchase.
     *
     * @return the customer's id
     */
    int fiveWrites(NewCustomer customer, NewCustomer.NewPurchase first, NewCustomer.NewPurchase second)
            throws Exception;

    /** The sum of the amounts of all events, which are read one after the other. */
    long stream() throws Exception;

    /** Frees connections. */
    @Override
    void close() throws SQLException;
}
