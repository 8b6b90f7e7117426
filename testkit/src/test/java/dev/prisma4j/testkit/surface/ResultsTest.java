package dev.prisma4j.testkit.surface;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.prisma4j.engine.value.Json;
import java.lang.ref.WeakReference;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shop.lite.Level;
import shop.lite.PrismaClient;

/** What comes back is plain values: nothing hangs on to the client, and JSON shows what was selected. */
class ResultsTest {
    private static Shop shop;
    private static PrismaClient prisma;

    @BeforeAll
    static void open() {
        shop = new Shop();
        prisma = shop.open();
        prisma.customer()
                .create(c -> c.id(1)
                        .email("a@shop.example")
                        .name("Anna")
                        .level(Level.GOLD)
                        .balance(new BigDecimal("12.50"))
                        .joined(Instant.parse("2024-05-01T10:00:00.123Z"))
                        .settings(Json.ofText("{\"theme\": \"dark\", \"sizes\": [1, 2.5, null]}"))
                        .photo(new byte[] {1, 2, 3})
                        .visits(9_007_199_254_740_993L)
                        .orders(o -> o.create(x -> x.number(7)
                                .total(new BigDecimal("3.10"))
                                .items(i -> i.create(y -> y.product("tea"))))));
    }

    @AfterAll
    static void close() {
        prisma.close();
        shop.close();
    }

    /** With dates as texts, which is Jackson 3's default; Jackson 2 needs a module for {@code Instant}, so there they are left out. */
    private static String json3(Object value) {
        return tools.jackson.databind.json.JsonMapper.builder()
                .disable(tools.jackson.databind.MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .build()
                .writeValueAsString(value);
    }

    private static String json2(Object value) throws Exception {
        return new JsonMapper().writeValueAsString(value);
    }

    @Test
    void a_record_becomes_all_its_fields() {
        assertThat(json3(prisma.customer().findUniqueOrThrow(c -> c.id(1)))).isEqualTo("""
                {"id":1,"email":"a@shop.example","name":"Anna","password":"secret","level":"GOLD","balance":12.5,\
                "joined":"2024-05-01T10:00:00.123Z","settings":{"theme":"dark","sizes":[1,2.5,null]},\
                "photo":"AQID","visits":9007199254740993,"rating":null,"active":true,"invitedId":null}""");
    }

    @Test
    void a_selection_becomes_just_what_was_selected_on_both_versions_of_jackson() throws Exception {
        var picked = prisma.customer()
                .findUniqueOrThrow(
                        c -> c.id(1),
                        q -> q.select(s -> s.email()
                                .level()
                                .balance()
                                .settings()
                                .photo()
                                .visits()
                                .rating()
                                .address()
                                .orders(o -> o.select(x -> x.number().items(i -> i.select(y -> y.product()))))
                                .count(n -> n.orders())));
        String expected = """
                {"email":"a@shop.example","level":"GOLD","balance":12.5,\
                "settings":{"theme":"dark","sizes":[1,2.5,null]},"photo":"AQID","visits":9007199254740993,\
                "rating":null,"orders":[{"number":7,"items":[{"product":"tea"}]}],"address":null,\
                "_count":{"orders":1}}""";
        assertThat(json3(picked)).isEqualTo(expected);
        assertThat(json2(picked)).isEqualTo(expected);
    }

    @Test
    void an_inclusion_becomes_all_scalars_and_what_was_included() throws Exception {
        var included = prisma.order().findUniqueOrThrow(o -> o.number(7), q -> q.include(i -> i.items()));
        String expected = """
                {"number":7,"total":3.1,"customerId":1,\
                "items":[{"id":%d,"product":"tea","quantity":1,"orderNumber":7}]}""".formatted(included.items().get(0).id());
        assertThat(json3(included)).isEqualTo(expected);
        assertThat(json2(included)).isEqualTo(expected);
        var omitted = prisma.order().findUniqueOrThrow(o -> o.number(7), q -> q.omit(o -> o.total()));
        assertThat(json2(omitted)).isEqualTo("{\"number\":7,\"customerId\":1}");
    }

    /** Hands out the connections of a real database, and remembers them weakly, as it does their results. */
    private static final class Watched {
        final List<WeakReference<Object>> handedOut = new CopyOnWriteArrayList<>();

        DataSource over(String url) {
            org.sqlite.SQLiteDataSource source = new org.sqlite.SQLiteDataSource();
            source.setUrl(url);
            return (DataSource) Proxy.newProxyInstance(
                    Watched.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                        Object result = method.invoke(source, arguments);
                        if (result instanceof Connection) {
                            handedOut.add(new WeakReference<>(result));
                        }
                        return result;
                    });
        }
    }

    @Test
    void results_hold_on_to_no_client_engine_or_connection() throws Exception {
        Watched watched = new Watched();
        List<@Nullable Object> results = new ArrayList<>();
        List<WeakReference<Object>> gone = new ArrayList<>();
        readEverything(watched, results, gone);
        gone.addAll(watched.handedOut);
        assertThat(gone).hasSizeGreaterThan(4);
        for (int i = 0; i < 50 && gone.stream().anyMatch(reference -> reference.get() != null); i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(gone).allSatisfy(reference -> assertThat(reference.get()).isNull());
        assertThat(results).hasSize(6);
    }

    private static void readEverything(
            Watched watched, List<@Nullable Object> results, List<WeakReference<Object>> gone) {
        PrismaClient client = PrismaClient.builder()
                .dataSource(watched.over(shop.database().jdbcUrl()))
                .build();
        results.add(client.customer().findMany());
        results.add(client.customer().findMany(q -> q.include(c -> c.orders(o -> o.include(x -> x.items())))));
        results.add(client.customer()
                .findMany(q -> q.select(s -> s.id().photo().orders().count(n -> n.orders()))));
        results.add(client.customer()
                .findFirst(q -> q.cache(java.time.Duration.ofMinutes(1)).select(s -> s.settings())));
        results.add(client.queryRaw(dev.prisma4j.client.Sql.of("SELECT * FROM \"Customer\"")));
        results.add(client.<Object, RuntimeException>transaction(
                tx -> tx.order().findMany(q -> q.include(o -> o.customer()))));
        gone.add(new WeakReference<>(client));
        gone.add(new WeakReference<>(client.engine()));
        client.close();
    }
}
