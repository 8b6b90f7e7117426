package dev.prisma4j.testkit.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prisma4j.client.Sql;
import dev.prisma4j.client.extend.Operation;
import dev.prisma4j.engine.query.FindMany;
import dev.prisma4j.engine.query.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.lite.Customer;
import shop.lite.PrismaClient;
import shop.lite.PrismaExtension;

/** Interceptors around operations. */
class ExtensionTest {
    private static Shop shop;
    private static PrismaClient prisma;
    private final List<String> seen = new ArrayList<>();

    @BeforeAll
    static void open() {
        shop = new Shop();
        prisma = shop.open();
    }

    @AfterAll
    static void close() {
        prisma.close();
        shop.close();
    }

    @BeforeEach
    void fill() {
        prisma.customer().deleteAll();
        prisma.customer().create(c -> c.id(1).email("a@shop.example"));
        prisma.customer().create(c -> c.id(2).email("b@shop.example").active(false));
        shop.statements.forget();
    }

    @Test
    void interceptors_run_per_model_per_operation_and_for_all() {
        PrismaClient watched = prisma.extend(PrismaExtension.named("watch")
                .before(call -> seen.add("all " + call))
                .on(Operation.COUNT, call -> {
                    seen.add("count");
                    return call.proceed();
                })
                .order(o -> o.onAll(call -> {
                    seen.add("order");
                    return call.proceed();
                }))
                .customer(c -> c.on(Operation.FIND_MANY, call -> {
                    seen.add("customers");
                    return call.proceed();
                })));
        watched.customer().count();
        watched.customer().findMany();
        watched.order().findFirst();
        watched.executeRaw(Sql.of("UPDATE \"Customer\" SET \"name\" = {} WHERE \"id\" = 1", "x"));
        assertThat(seen)
                .containsExactly(
                        "all Customer.count",
                        "count",
                        "all Customer.findMany",
                        "customers",
                        "all Order.findFirst",
                        "order",
                        "all executeRaw");
        seen.clear();
        prisma.customer().count();
        assertThat(seen).as("the client itself stays as it was").isEmpty();
    }

    @Test
    void the_first_extension_is_the_outermost() {
        PrismaClient nested = prisma.extend(PrismaExtension.named("a").onAll(call -> {
                    seen.add("a in");
                    Object result = call.proceed();
                    seen.add("a out");
                    return result;
                }))
                .extend(PrismaExtension.named("b").onAll(call -> {
                    seen.add("b in");
                    Object result = call.proceed();
                    seen.add("b out");
                    return result;
                }));
        nested.customer().count();
        assertThat(seen).containsExactly("a in", "b in", "b out", "a out");
    }

    @Test
    void a_condition_narrows_everything_that_finds_changes_or_deletes() {
        PrismaClient active = prisma.extend(PrismaExtension.named("active")
                .customer(c -> c.where(f -> f.active().eq(true))));
        assertThat(active.customer().findMany()).hasSize(1);
        assertThat(active.customer().count()).isEqualTo(1);
        assertThat(active.customer().findUnique(c -> c.id(2))).isEmpty();
        assertThat(active.customer().findFirst(q -> q.where(c -> c.id().eq(2)))).isEmpty();
        assertThat(active.customer().exists(c -> c.id().eq(2))).isFalse();
        assertThat(active.customer().updateAll(d -> d.name("x"))).isEqualTo(1);
        assertThatThrownBy(() -> active.customer().update(c -> c.id(2), d -> d.name("x")))
                .hasMessageContaining("not");
        assertThat(active.customer().deleteAll()).isEqualTo(1);
        assertThat(prisma.customer().count()).isEqualTo(1);
        try (Stream<Customer> rows = active.customer().<Customer>stream(q -> q)) {
            assertThat(rows).isEmpty();
        }
    }

    @Test
    void interceptors_change_answer_refuse_and_try_again() {
        PrismaClient client = prisma.extend(PrismaExtension.named("all sorts")
                .customer(c -> c.on(Operation.COUNT, call -> 42L)
                        .on(Operation.DELETE_MANY, call -> {
                            throw new UnsupportedOperationException("customers stay");
                        })
                        .on(Operation.FIND_MANY, call -> {
                            call.proceed();
                            return call.proceed();
                        })));
        assertThat(client.customer().count()).isEqualTo(42);
        assertThatThrownBy(() -> client.customer().deleteAll()).hasMessage("customers stay");
        assertThat(client.customer().findMany()).hasSize(2);
        assertThat(shop.statements.selects()).hasSize(2);
    }

    @Test
    void they_run_in_transactions_and_for_futures_too() {
        PrismaClient watched = prisma.extend(
                PrismaExtension.named("watch").before(call -> seen.add(call.operation() + " " + call.inTransaction())));
        watched.transaction(tx -> tx.customer().count());
        watched.inTransaction(tx -> tx.inTransaction(inner -> inner.customer().findFirst()));
        watched.async().transaction(tx -> tx.customer().deleteAll()).join();
        var one = watched.async().customer().findUnique(c -> c.id(1));
        var two = watched.async().customer().findUnique(c -> c.id(2));
        CompletableFuture.allOf(one, two).join();
        assertThat(seen)
                .containsExactly(
                        "count true", "findFirst true", "deleteMany true", "findUnique false", "findUnique false");
    }

    @Test
    void nested_operations_are_seen_from_the_outer_one() {
        List<String> nested = new ArrayList<>();
        PrismaClient watched = prisma.extend(PrismaExtension.named("watch")
                .before(call -> call.nested().forEach(node -> nested.add(node.model() + ": " + node))));
        watched.customer()
                .create(
                        c -> c.email("c@shop.example")
                                .orders(o -> o.create(x -> x.number(1).items(i -> i.create(y -> y.product("tea")))))
                                .address(a -> a.create(x -> x.city("Bern"))),
                        q -> q.include(i -> i.orders(o -> o.include(x -> x.items()))));
        assertThat(nested)
                .containsExactlyInAnyOrder(
                        "Order: orders create",
                        "Item: orders.items create",
                        "Address: address create",
                        "Order: orders read",
                        "Item: orders.items read");
    }

    @Test
    void an_operation_can_be_replaced_by_another() {
        PrismaClient client = prisma.extend(PrismaExtension.named("first two")
                .customer(c -> c.on(Operation.FIND_MANY, call -> {
                    FindMany<?> all = (FindMany<?>) call.query();
                    var arguments = all.arguments();
                    return call.proceed(new FindMany<>(
                            all.model(),
                            new dev.prisma4j.engine.query.ReadArguments(
                                    arguments.where(), arguments.orderBy(), null, 1, null, List.of()),
                            all.selection(),
                            all.options()));
                })));
        assertThat(client.customer().findMany()).hasSize(1);
    }

    @Test
    void every_operation_of_the_engine_has_its_name() {
        assertThat(Arrays.stream(Operation.values()).map(Operation::text))
                .hasSameSizeAs(Query.class.getPermittedSubclasses());
    }
}
