package dev.prisma4j.testkit.surface;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.prisma4j.client.result.NotSelected;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shop.lite.Member;
import shop.lite.PrismaClient;

/** What the generator block takes from models and adds to them. */
class AdditionsTest {
    private static Shop shop;
    private static PrismaClient prisma;

    @BeforeAll
    static void open() {
        shop = new Shop();
        prisma = shop.open();
        prisma.member()
                .create(m -> m.id(1)
                        .email("ann@shop.example")
                        .password("s3cret")
                        .firstName("Ann")
                        .lastName("Lee")
                        .visits(v -> v.create(x -> x)));
        shop.statements.forget();
    }

    @AfterAll
    static void close() {
        prisma.close();
        shop.close();
    }

    @Test
    void an_omitted_field_is_neither_in_the_record_nor_in_the_statement() throws Exception {
        Member member = prisma.member().findUniqueOrThrow(m -> m.id(1));
        assertThat(Arrays.stream(Member.class.getRecordComponents()).map(c -> c.getName()))
                .containsExactly("id", "email", "firstName", "lastName");
        assertThat(new JsonMapper().writeValueAsString(member)).doesNotContain("password");
        var included = prisma.member().findUniqueOrThrow(m -> m.id(1), q -> q.include(i -> i.visits()));
        assertThat(included.visits()).hasSize(1);
        assertThat(new JsonMapper().writeValueAsString(included)).doesNotContain("password");
        assertThat(prisma.visit()
                        .findFirstOrThrow(q -> q.include(v -> v.member()))
                        .member())
                .isEqualTo(member);
        NotSelected without = prisma.member()
                .findUniqueOrThrow(m -> m.id(1), q -> q.omit(o -> o.email()))
                .password();
        assertThat(without).hasToString("(not selected)");
        assertThat(shop.statements.all()).isNotEmpty().noneMatch(sql -> sql.contains("password"));
    }

    @Test
    void an_omitted_field_can_be_written_asked_for_and_selected() {
        assertThat(prisma.member().exists(m -> m.password().eq("s3cret"))).isTrue();
        assertThat(prisma.member()
                        .findFirstOrThrow(q -> q.select(s -> s.id().password()))
                        .password())
                .isEqualTo("s3cret");
        String all = prisma.member()
                .findFirstOrThrow(q -> q.select(s -> s.scalars()))
                .password();
        assertThat(all).isEqualTo("s3cret");
    }

    @Test
    void methods_of_the_program_are_those_of_models_and_of_the_client_in_transactions_too() {
        assertThat(prisma.member().firstAt("shop.example")).map(Member::id).contains(1);
        Member welcome = prisma.transaction(tx -> {
            assertThat(tx.member().firstAt("shop.example")).map(Member::id).contains(1);
            return tx.welcome(2, "bob@shop.example", "x");
        });
        assertThat(welcome.fullName()).isEqualTo("New Member 2");
        assertThat(prisma.welcome(3, "cid@shop.example", "x").email()).isEqualTo("cid@shop.example");
    }

    @Test
    void computed_values_are_those_of_rows_with_or_without_related_ones() {
        assertThat(prisma.member().findUniqueOrThrow(m -> m.id(1)).fullName()).isEqualTo("Ann Lee");
        List<String> names = prisma
                .member()
                .findMany(q -> q.where(m -> m.id().eq(1)).include(i -> i.visits()))
                .stream()
                .map(FullName::fullName)
                .toList();
        assertThat(names).containsExactly("Ann Lee");
    }
}
