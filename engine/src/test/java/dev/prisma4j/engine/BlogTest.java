package dev.prisma4j.engine;

import dev.prisma4j.engine.generic.MapReader;
import dev.prisma4j.engine.query.FindMany;
import dev.prisma4j.engine.query.RawExecute;
import dev.prisma4j.engine.query.RawSql;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.engine.query.ReadOptions;
import dev.prisma4j.engine.query.Selection;
import dev.prisma4j.schema.model.Model;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A blog in memory for each test: three users, five posts, two tags; and what was sent to the database. */
abstract class BlogTest {
    final Blog blog = new Blog();
    final List<String> statements = new ArrayList<>();
    Engine engine;

    @BeforeEach
    void open() {
        engine = Engine.open(blog.schema, options().withListener(statement -> statements.add(statement.sql())));
        Blog.TABLES.forEach(this::run);
        run("INSERT INTO \"User\" (id, email, name, age, big, score, balance, meta, avatar, at) VALUES"
                + " (1, 'alice@x.org', 'Alice', 30, 9007199254740993, 1.5, 10.25, '{\"a\":{\"b\":[1,2]},\"s\":\"Text\"}',"
                + " x'0102', '2024-01-02T03:04:05.678+00:00'),"
                + " (2, 'bob@x.org', NULL, 20, NULL, NULL, 5, 'null', NULL, 1704164645678),"
                + " (3, 'carol@x.org', 'Carol', NULL, -1, 0, NULL, NULL, NULL, '2024-01-04 00:00:00')");
        run("INSERT INTO \"Profile\" (id, bio, userId) VALUES (1, 'Likes tea', 1), (2, NULL, 2)");
        run("INSERT INTO posts (id, title, view_count, published, author_id) VALUES"
                + " (1, 'First', 10, 1, 1), (2, 'Second', 5, 0, 1), (3, 'Third', 7, 1, 1), (4, 'Fourth', 7, 1, 2),"
                + " (5, 'Orphan', 0, 0, NULL)");
        run("INSERT INTO \"Tag\" (id, name) VALUES (1, 'red'), (2, 'blue')");
        run("INSERT INTO \"_PostToTag\" (\"A\", \"B\") VALUES (1, 1), (1, 2), (4, 2)");
        statements.clear();
    }

    EngineOptions options() {
        return EngineOptions.url(":memory:");
    }

    @AfterEach
    void close() {
        engine.close();
    }

    long run(String sql, Object... values) {
        return engine.execute(new RawExecute(new RawSql.Text(sql, Arrays.asList(values))));
    }

    <T> List<T> many(Model model, ReadArguments arguments, Selection<T> selection) {
        return engine.execute(new FindMany<>(model, arguments, selection, ReadOptions.DEFAULT));
    }

    /** The ids of the rows, in order. */
    List<Integer> ids(Model model, ReadArguments arguments) {
        return many(model, arguments, MapReader.of(model).scalar("id").selection()).stream()
                .map(row -> (Integer) row.get("id"))
                .toList();
    }

    List<Integer> ids(Model model, ReadArguments.Builder arguments) {
        return ids(model, arguments.build());
    }

    static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
