package dev.prisma4j.benchmarks.mybatis;

import dev.prisma4j.benchmarks.data.NewEvent;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Many;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Result;
import org.apache.ibatis.annotations.Results;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.apache.ibatis.cursor.Cursor;

/**
 * The statements. Related rows come by a join into nested results, as the guide recommends against the problem of N + 1
 * statements.
 */
interface Mapper {
    String USER = "SELECT id, email, username, age, verified, country, score FROM users";
    String POST = "SELECT id, title, body, published, views, author_id AS \"authorId\" FROM posts";
    String JOINED_USER = "u.id, u.email, u.username, u.age, u.verified, u.country, u.score";
    String JOINED_POST = "p.id AS p_id, p.title AS p_title, p.body AS p_body, p.published AS p_published,"
            + " p.views AS p_views, p.author_id AS \"p_authorId\"";
    String CUSTOMER = " RETURNING id, email, name, age, balance";

    @Select(USER + " WHERE id = #{id}")
    Beans.User findUnique(int id);

    @Select(USER + " WHERE country = #{country} AND age >= #{age} AND verified = #{verified} ORDER BY id LIMIT 1")
    Beans.User findFirst(@Param("country") String country, @Param("age") int age, @Param("verified") boolean verified);

    @Select(POST + " ORDER BY id LIMIT #{rows}")
    List<Beans.Post> findMany(int rows);

    @Select(USER
            + " WHERE age >= #{age} AND verified = #{verified} ORDER BY username DESC LIMIT #{take} OFFSET #{skip}")
    List<Beans.User> page(
            @Param("age") int age,
            @Param("verified") boolean verified,
            @Param("skip") int skip,
            @Param("take") int take);

    @Results(
            id = "post",
            value = {
                @Result(property = "id", column = "id", id = true),
                @Result(property = "title", column = "title"),
                @Result(property = "body", column = "body"),
                @Result(property = "published", column = "published"),
                @Result(property = "views", column = "views"),
                @Result(property = "authorId", column = "authorId")
            })
    @Select(POST + " WHERE id = #{id}")
    Beans.Post post(int id);

    @Results(
            id = "comment",
            value = {
                @Result(property = "id", column = "id", id = true),
                @Result(property = "text", column = "text"),
                @Result(property = "postId", column = "postId")
            })
    @Select("SELECT id, text, post_id AS \"postId\" FROM comments WHERE id = #{id}")
    Beans.Comment comment(int id);

    @Results(
            id = "tag",
            value = {@Result(property = "id", column = "id", id = true), @Result(property = "name", column = "name")})
    @Select("SELECT id, name FROM tags WHERE id = #{id}")
    Beans.Tag tag(int id);

    @Results(
            id = "userWithPosts",
            value = {
                @Result(property = "id", column = "id", id = true),
                @Result(property = "email", column = "email"),
                @Result(property = "username", column = "username"),
                @Result(property = "age", column = "age"),
                @Result(property = "verified", column = "verified"),
                @Result(property = "country", column = "country"),
                @Result(property = "score", column = "score"),
                @Result(property = "posts", many = @Many(resultMap = "post", columnPrefix = "p_"))
            })
    @Select("SELECT " + JOINED_USER + ", " + JOINED_POST + " FROM users u LEFT JOIN posts p ON p.author_id = u.id"
            + " WHERE u.id >= #{from} AND u.id < #{to} ORDER BY u.id, p.id")
    List<Beans.UserWithPosts> usersWithPosts(@Param("from") int from, @Param("to") int to);

    @Results(
            id = "postWithComments",
            value = {
                @Result(property = "id", column = "id", id = true),
                @Result(property = "title", column = "title"),
                @Result(property = "body", column = "body"),
                @Result(property = "published", column = "published"),
                @Result(property = "views", column = "views"),
                @Result(property = "authorId", column = "authorId"),
                @Result(property = "comments", many = @Many(resultMap = "comment", columnPrefix = "c_"))
            })
    @Select(POST + " WHERE id = #{id}")
    Beans.PostWithComments postWithComments(int id);

    @Results(
            id = "userWithDiscussions",
            value = {
                @Result(property = "id", column = "id", id = true),
                @Result(property = "email", column = "email"),
                @Result(property = "username", column = "username"),
                @Result(property = "age", column = "age"),
                @Result(property = "verified", column = "verified"),
                @Result(property = "country", column = "country"),
                @Result(property = "score", column = "score"),
                @Result(property = "posts", many = @Many(resultMap = "postWithComments", columnPrefix = "p_"))
            })
    @Select("SELECT " + JOINED_USER + ", " + JOINED_POST
            + ", c.id AS p_c_id, c.text AS p_c_text, c.post_id AS \"p_c_postId\""
            + " FROM users u LEFT JOIN posts p ON p.author_id = u.id LEFT JOIN comments c ON c.post_id = p.id"
            + " WHERE u.id >= #{from} AND u.id < #{to} ORDER BY u.id, p.id, c.id")
    List<Beans.UserWithDiscussions> usersWithDiscussions(@Param("from") int from, @Param("to") int to);

    @Results(
            id = "postWithTags",
            value = {
                @Result(property = "id", column = "p_id", id = true),
                @Result(property = "title", column = "p_title"),
                @Result(property = "body", column = "p_body"),
                @Result(property = "published", column = "p_published"),
                @Result(property = "views", column = "p_views"),
                @Result(property = "authorId", column = "p_authorId"),
                @Result(property = "tags", many = @Many(resultMap = "tag", columnPrefix = "t_"))
            })
    @Select("SELECT " + JOINED_POST + ", t.id AS t_id, t.name AS t_name FROM posts p"
            + " LEFT JOIN _post_tag j ON j.\"A\" = p.id LEFT JOIN tags t ON t.id = j.\"B\""
            + " WHERE p.id >= #{from} AND p.id < #{to} ORDER BY p.id, t.id")
    List<Beans.PostWithTags> postsWithTags(@Param("from") int from, @Param("to") int to);

    @Select("SELECT id, s1, i1 FROM wide ORDER BY id LIMIT #{rows}")
    List<Beans.Narrow> threeOfTwenty(int rows);

    @Select("SELECT COUNT(*) FROM users WHERE age >= #{age}")
    long count(int age);

    @Select(
            "SELECT country, COUNT(*) AS users, AVG(age) AS \"averageAge\" FROM users GROUP BY country ORDER BY country")
    List<Beans.Statistics> groupBy();

    @Select("INSERT INTO customers (email, name, age, balance) VALUES (#{email}, #{name}, #{age}, #{balance})"
            + CUSTOMER)
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    Beans.Customer create(
            @Param("email") String email,
            @Param("name") String name,
            @Param("age") int age,
            @Param("balance") int balance);

    @Select("""
            <script>INSERT INTO purchases (product, quantity, price, customer_id) VALUES
            <foreach collection="purchases" item="p" separator=", ">
            (#{p.product}, #{p.quantity}, #{p.price}, #{customer})</foreach>
            RETURNING id, product, quantity, price, customer_id AS "customerId"</script>""")
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    List<Beans.Purchase> createPurchases(
            @Param("customer") int customer,
            @Param("purchases") List<dev.prisma4j.benchmarks.data.NewCustomer.NewPurchase> purchases);

    @Insert("INSERT INTO events (id, kind, amount, payload) VALUES (#{id}, #{kind}, #{amount}, #{payload})")
    int createEvent(NewEvent event);

    @Select("UPDATE customers SET balance = #{balance} WHERE id = #{id}" + CUSTOMER)
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    Beans.Customer update(@Param("id") int id, @Param("balance") int balance);

    @Select("INSERT INTO customers (email, name, age, balance) VALUES (#{email}, #{name}, #{age}, #{balance})"
            + " ON CONFLICT (email) DO UPDATE SET balance = EXCLUDED.balance" + CUSTOMER)
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    Beans.Customer upsert(
            @Param("email") String email,
            @Param("name") String name,
            @Param("age") int age,
            @Param("balance") int balance);

    @Update("UPDATE customers SET balance = balance + #{amount} WHERE age >= #{age}")
    long updateMany(@Param("age") int age, @Param("amount") int amount);

    @Update("UPDATE customers SET balance = #{balance} WHERE id = #{id}")
    int setBalance(@Param("id") int id, @Param("balance") int balance);

    @Delete("DELETE FROM purchases WHERE id = #{id}")
    int deletePurchase(int id);

    @Select("SELECT id, kind, amount, payload FROM events")
    @Options(fetchSize = 1000)
    Cursor<Beans.Event> stream();
}
