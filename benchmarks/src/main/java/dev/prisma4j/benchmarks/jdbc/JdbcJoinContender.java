package dev.prisma4j.benchmarks.jdbc;

import dev.prisma4j.benchmarks.data.Place;
import dev.prisma4j.benchmarks.data.Rows;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** JDBC that reads related rows by one join; everything else as {@link JdbcContender}. */
public final class JdbcJoinContender extends JdbcContender {
    private static final String JOINED_USER =
            "u.\"id\", u.\"email\", u.\"username\", u.\"age\", u.\"verified\"," + " u.\"country\", u.\"score\"";
    private static final String JOINED_POST =
            "p.\"id\", p.\"title\", p.\"body\", p.\"published\", p.\"views\", p.\"author_id\"";

    public JdbcJoinContender(Place place) {
        super(place);
    }

    @Override
    public List<?> usersWithPosts(int from, int users) throws SQLException {
        List<Rows.UserWithPosts> result = new ArrayList<>();
        PreparedStatement statement = statement("SELECT " + JOINED_USER + ", " + JOINED_POST
                + " FROM \"users\" AS u LEFT JOIN \"posts\" AS p ON p.\"author_id\" = u.\"id\""
                + " WHERE u.\"id\" >= ? AND u.\"id\" < ? ORDER BY u.\"id\", p.\"id\"");
        statement.setInt(1, from);
        statement.setInt(2, from + users);
        List<Rows.Post> posts = List.of();
        int last = -1;
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                int id = row.getInt(1);
                if (id != last) {
                    last = id;
                    posts = new ArrayList<>();
                    Rows.User user = user(row);
                    result.add(new Rows.UserWithPosts(
                            id,
                            user.email(),
                            user.username(),
                            user.age(),
                            user.verified(),
                            user.country(),
                            user.score(),
                            posts));
                }
                row.getInt(8);
                if (!row.wasNull()) {
                    posts.add(post(row, 8));
                }
            }
        }
        return result;
    }

    @Override
    public List<?> usersWithDiscussions(int from, int users) throws SQLException {
        List<Rows.UserWithDiscussions> result = new ArrayList<>();
        PreparedStatement statement = statement("SELECT " + JOINED_USER + ", " + JOINED_POST
                + ", c.\"id\", c.\"text\" FROM \"users\" AS u LEFT JOIN \"posts\" AS p ON p.\"author_id\" = u.\"id\""
                + " LEFT JOIN \"comments\" AS c ON c.\"post_id\" = p.\"id\""
                + " WHERE u.\"id\" >= ? AND u.\"id\" < ? ORDER BY u.\"id\", p.\"id\", c.\"id\"");
        statement.setInt(1, from);
        statement.setInt(2, from + users);
        List<Rows.PostWithComments> posts = List.of();
        List<Rows.Comment> comments = List.of();
        int lastUser = -1;
        int lastPost = -1;
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                int userId = row.getInt(1);
                if (userId != lastUser) {
                    lastUser = userId;
                    posts = new ArrayList<>();
                    Rows.User user = user(row);
                    result.add(new Rows.UserWithDiscussions(
                            userId,
                            user.email(),
                            user.username(),
                            user.age(),
                            user.verified(),
                            user.country(),
                            user.score(),
                            posts));
                }
                int postId = row.getInt(8);
                if (postId == 0) {
                    continue;
                }
                if (postId != lastPost) {
                    lastPost = postId;
                    comments = new ArrayList<>();
                    Rows.Post post = post(row, 8);
                    posts.add(new Rows.PostWithComments(
                            postId,
                            post.title(),
                            post.body(),
                            post.published(),
                            post.views(),
                            post.authorId(),
                            comments));
                }
                int comment = row.getInt(14);
                if (comment != 0) {
                    comments.add(new Rows.Comment(comment, row.getString(15), postId));
                }
            }
        }
        return result;
    }

    @Override
    public List<?> postsWithTags(int from, int posts) throws SQLException {
        List<Rows.PostWithTags> result = new ArrayList<>();
        PreparedStatement statement = statement("SELECT " + JOINED_POST + ", t.\"id\", t.\"name\""
                + " FROM \"posts\" AS p LEFT JOIN \"_post_tag\" AS j ON j.\"A\" = p.\"id\""
                + " LEFT JOIN \"tags\" AS t ON t.\"id\" = j.\"B\""
                + " WHERE p.\"id\" >= ? AND p.\"id\" < ? ORDER BY p.\"id\", t.\"id\"");
        statement.setInt(1, from);
        statement.setInt(2, from + posts);
        List<Rows.Tag> tags = List.of();
        int last = -1;
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                int id = row.getInt(1);
                if (id != last) {
                    last = id;
                    tags = new ArrayList<>();
                    Rows.Post post = post(row, 1);
                    result.add(new Rows.PostWithTags(
                            id, post.title(), post.body(), post.published(), post.views(), post.authorId(), tags));
                }
                int tag = row.getInt(7);
                if (tag != 0) {
                    tags.add(new Rows.Tag(tag, row.getString(8)));
                }
            }
        }
        return result;
    }

    @Override
    public String toString() {
        return "JDBC with a join";
    }
}
