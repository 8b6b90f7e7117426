package dev.prisma4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prisma4j.engine.error.RawQueryException;
import dev.prisma4j.engine.query.RawQuery;
import dev.prisma4j.engine.query.RawSql;
import dev.prisma4j.engine.result.RawColumn;
import dev.prisma4j.engine.result.RawType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RawTest extends BlogTest {
    private final List<RawColumn> columns = new ArrayList<>();

    private List<List<Object>> rows(RawSql sql) {
        return engine.execute(new RawQuery<>(sql, found -> {
            columns.addAll(found);
            return row -> {
                Object[] values = new Object[found.size()];
                Arrays.setAll(values, row::getObject);
                return Arrays.asList(values);
            };
        }));
    }

    @Test
    void rowsThatAStatementGivesBackCountAsChangedButNotThoseThatItOnlyReads() {
        assertThat(run("INSERT INTO \"Tag\" (name) VALUES ('x'), ('y') RETURNING id"))
                .isEqualTo(2);
        assertThat(run("SELECT 1 UNION SELECT 2")).isZero();
    }

    @Test
    void columnsAreTypedByTheirDeclarationAndExpressionsByTheirValue() {
        assertThat(rows(new RawSql.Text(
                        "SELECT id, email, balance, active, COUNT(*) AS n, 1.5 AS half FROM \"User\" WHERE id = ?",
                        List.of(1))))
                .containsExactly(List.of(1, "alice@x.org", new BigDecimal("10.25"), true, 1L, 1.5));
        assertThat(columns)
                .extracting(RawColumn::type)
                .containsExactly(
                        RawType.INT, RawType.STRING, RawType.DECIMAL, RawType.BOOL, RawType.BIGINT, RawType.UNKNOWN);
    }

    @Test
    void valuesBetweenPiecesAreBound() {
        assertThat(rows(new RawSql.Pieces(
                        List.of("SELECT id FROM \"User\" WHERE name = ", " OR id = ", ""), List.of("' OR 1=1 --", 2))))
                .containsExactly(List.of(2));
    }

    @Test
    void numberedPlaceholdersMayComeInAnyOrderButNotInQuotes() {
        assertThat(rows(new RawSql.Text(
                        "SELECT ?2 || ?1 || '?' || \"id\" FROM \"User\" WHERE id = ?1", List.of(1, "x"))))
                .containsExactly(List.of("x1?1"));
    }

    @Test
    void aMistakeIsReportedWithTheDatabasesCodeAndMessage() {
        assertThatThrownBy(() -> rows(new RawSql.Text("SELEC 1", List.of())))
                .isInstanceOfSatisfying(
                        RawQueryException.class,
                        e -> assertThat(e.meta())
                                .containsEntry("code", "1")
                                .containsEntry("message", "near \"SELEC\": syntax error"));
        assertThatThrownBy(() -> rows(new RawSql.Text("SELECT ?, ?", List.of(1))))
                .hasMessageContaining("more placeholders than values");
    }
}
