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

    @Test
    void onlyWhatHasABodyHoldsStatements() {
        String table = "CREATE TABLE event (id INTEGER PRIMARY KEY, begin DATETIME)";
        for (Syntax syntax : Syntax.values()) {
            assertThat(texts(table + "; CREATE TABLE other (id INT);", syntax))
                    .containsExactly(table, "CREATE TABLE other (id INT)");
            assertThat(texts("CREATE INDEX trigger ON function (begin); SELECT 1", syntax))
                    .hasSize(2);
        }
        String view = "CREATE VIEW procedure AS SELECT begin FROM event";
        assertThat(texts(view + "; SELECT 1", Syntax.MYSQL)).containsExactly(view, "SELECT 1");
    }

    @Test
    void casesWithinABodyEndBeforeIt() {
        String body =
                " BEGIN SELECT CASE WHEN 1 THEN 2 END, CASE WHEN 3 THEN 4 END; SELECT 1 + CASE 1 WHEN 1 THEN 2 END"
                        + " + CASE 1 WHEN 1 THEN 2 END; END";
        String sqlite = "CREATE TEMP TRIGGER t AFTER INSERT ON a" + body;
        assertThat(texts(sqlite + ";SELECT 1", Syntax.SQLITE)).containsExactly(sqlite, "SELECT 1");
        String mysql = "CREATE DEFINER = `root`@`%` TRIGGER t BEFORE INSERT ON a FOR EACH ROW"
                + " BEGIN IF NEW.end > NEW.begin THEN SET NEW.a = CASE 1 WHEN 1 THEN 2 END, NEW.b = CASE 1 WHEN 1 THEN"
                + " 2 END; END IF; CASE NEW.a WHEN 1 THEN SET NEW.b = 1; END CASE; SET NEW.c = (SELECT 1); END";
        assertThat(texts(mysql + ";SELECT 1", Syntax.MYSQL)).containsExactly(mysql, "SELECT 1");
        String postgres = "CREATE OR REPLACE FUNCTION f(begin int) RETURNS int BEGIN ATOMIC SELECT CASE 1 WHEN 1 THEN 2"
                + " END, CASE 1 WHEN 1 THEN 2 END; SELECT 1; END";
        assertThat(texts(postgres + ";SELECT 1", Syntax.POSTGRESQL)).containsExactly(postgres, "SELECT 1");
        String rule = "CREATE RULE r AS ON INSERT TO t DO ALSO (INSERT INTO a VALUES (1); INSERT INTO b VALUES (2))";
        assertThat(texts(rule + ";SELECT 1", Syntax.POSTGRESQL)).containsExactly(rule, "SELECT 1");
    }

    @Test
    void commentsForAVersionOfMySqlAreStatements() {
        String setting = "/*!40014 SET FOREIGN_KEY_CHECKS=0 */";
        String trigger = "/*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER t BEFORE INSERT ON a"
                + " FOR EACH ROW BEGIN SET NEW.a = 1; /* why; */ SET NEW.b = '*/'; END */";
        assertThat(texts(
                        setting + ";\n/* none; */\nDELIMITER ;;\n" + trigger + ";;\nDELIMITER ;\nSELECT 1;",
                        Syntax.MYSQL))
                .containsExactly(setting, trigger, "SELECT 1");
        assertThat(texts(trigger + ";\n/*M!100616 SET @a=1*/;", Syntax.MYSQL)).hasSize(2);
        assertThat(texts(setting + ";", Syntax.SQLITE)).isEmpty();
    }

    @Test
    void twoHyphensStartACommentInMySqlOnlyBeforeABlank() {
        assertThat(texts("SELECT a--1; SELECT 2; -- x; y\n--\n--\t;\nSELECT 3", Syntax.MYSQL))
                .hasSize(3);
        assertThat(texts("SELECT a--1; SELECT 2\n;", Syntax.SQLITE)).hasSize(1);
    }

    @Test
    void aDelimiterOfTheClientEndsBodiesToo() {
        String procedure = "CREATE PROCEDURE p() BEGIN SELECT begin FROM a; END";
        assertThat(texts("DELIMITER |\n" + procedure + "|\nDELIMITER ;\nSELECT 1;", Syntax.MYSQL))
                .containsExactly(procedure, "SELECT 1");
    }
}
