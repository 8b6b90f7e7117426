package dev.prisma4j.migrate.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.migrate.script.StatementSplitter.Syntax;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementSplitterTest {
    private static List<String> texts(String script, Syntax syntax) {
        return StatementSplitter.split(script, syntax).stream()
                .map(SqlStatement::text)
                .toList();
    }

    @Test
    void semicolonsWithinQuotesAndCommentsEndNothing() {
        assertThat(texts("SELECT ';''; -- x'; -- a; b\nSELECT 2 /* ; /* ; */ */;;", Syntax.POSTGRESQL))
                .containsExactly("SELECT ';''; -- x'", "-- a; b\nSELECT 2 /* ; /* ; */ */");
    }

    @Test
    void dollarQuotesHoldWholeFunctions() {
        String function = "CREATE FUNCTION f() RETURNS int AS $body$ BEGIN; RETURN 1; END $body$ LANGUAGE plpgsql";
        assertThat(texts(function + ";\nSELECT $1;", Syntax.POSTGRESQL)).containsExactly(function, "SELECT $1");
    }

    @Test
    void theBodyOfATriggerBelongsToIt() {
        String trigger =
                "CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE a SET b = CASE WHEN 1 THEN 2 END; DELETE FROM c; END";
        assertThat(texts(trigger + ";SELECT 1", Syntax.SQLITE)).containsExactly(trigger, "SELECT 1");
    }

    @Test
    void statementsKnowTheirLineAndFirstWords() {
        List<SqlStatement> statements =
                StatementSplitter.split("-- one\n\ncreate  index\n concurrently x on y(z);", Syntax.POSTGRESQL);
        assertThat(statements.get(0).line()).isEqualTo(3);
        assertThat(statements.get(0).startsWith("CREATE INDEX")).isTrue();
        assertThat(statements.get(0).says("concurrently")).isTrue();
    }

    @Test
    void aBackslashEscapesWhereTheDatabaseSaysSo() {
        assertThat(texts("SELECT 'a\\'; b'; SELECT 2", Syntax.MYSQL)).containsExactly("SELECT 'a\\'; b'", "SELECT 2");
        assertThat(texts("SELECT E'a\\'; b'; SELECT 2", Syntax.POSTGRESQL))
                .containsExactly("SELECT E'a\\'; b'", "SELECT 2");
    }
}
