package dev.prisma4j.engine.sql.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.engine.sql.Quoting;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {
    private final List<Integer> order = new ArrayList<>();

    private String postgres(String sql) {
        order.clear();
        return Placeholders.dollars(sql, order);
    }

    private void assertFound(Quoting quoting, String sql, Integer... expected) {
        order.clear();
        String jdbc = Placeholders.questionMarks(sql, quoting, order);
        assertThat(order).as(sql).containsExactly(expected);
        assertThat(jdbc.length()).isLessThanOrEqualTo(sql.length());
    }

    @Test
    void onMysqlABackslashEscapesInBothKindsOfStringsAndCommentsBeginWithAHash() {
        assertFound(Quoting.MYSQL, "UPDATE t SET a = 'it\\'s' WHERE id = ?", 0);
        assertFound(Quoting.MYSQL, "UPDATE t SET a = \"say \\\"?\\\"\", b = '\\\\' WHERE id = ?", 0);
        assertFound(Quoting.MYSQL, "SELECT 1 # what's up?\n, ?", 0);
        assertFound(Quoting.MYSQL, "SELECT 5--?, ? -- why?\n, `it's\\`, ?", 0, 1, 2);
        assertFound(Quoting.MYSQL, "SELECT /* what's /* up */ ?", 0);
    }

    @Test
    void onSqliteNothingEscapesAndNamesMayStandInBrackets() {
        assertFound(Quoting.SQLITE, "UPDATE t SET a = '\\' WHERE id = ?", 0);
        assertFound(Quoting.SQLITE, "SELECT 'it''s ?', [what's ?], \"it's\" -- why?\n, ?2, ?1", 1, 0);
    }

    @Test
    void onPostgresOnlyEscapeStringsHaveEscapesAndCommentsNest() {
        assertThat(postgres("UPDATE t SET a = E'it\\'s $2' WHERE id = $1"))
                .isEqualTo("UPDATE t SET a = E'it\\'s $2' WHERE id = ?");
        assertThat(order).containsExactly(0);
        assertThat(postgres("SELECT '\\', $2, name'\\' || $1")).isEqualTo("SELECT '\\', ?, name'\\' || ?");
        assertThat(order).containsExactly(1, 0);
        assertThat(postgres("SELECT /* a /* b */ it's $3 */ $1")).endsWith("*/ ?");
        assertThat(order).containsExactly(0);
        assertThat(postgres("SELECT $q$it's $1$q$, $$ $1 $$, a$1, tags ? $1"))
                .isEqualTo("SELECT $q$it's $1$q$, $$ $1 $$, a$1, tags ?? ?");
        assertThat(order).containsExactly(0);
    }
}
