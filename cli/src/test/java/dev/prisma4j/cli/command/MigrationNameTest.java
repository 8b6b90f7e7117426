package dev.prisma4j.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MigrationNameTest {

    /** The right-hand sides are what the library that Prisma uses makes of the left-hand ones. */
    @ParameterizedTest
    @CsvSource({
        "init, init",
        "Add User, add_user",
        "addUserTable, add_user_table",
        "what-changed, what_changed",
        "  spaces  , spaces",
        "HTMLParser, html_parser",
        "Größe ändern, groesse_aendern",
        "crème brûlée, creme_brulee",
        "a & b, a_and_b",
        "../../etc/passwd, etc_passwd",
        "v2.0, v2_0",
        "it’s, it_s",
        "fooBARBaz, foo_bar_baz",
        "user2Table, user2_table",
        "😀, ''",
    })
    void namesAreMadeFitForAFolder(String given, String expected) {
        assertThat(MigrationName.of(given)).isEqualTo(expected);
    }

    @Test
    void longNamesAreCut() {
        assertThat(MigrationName.of("x".repeat(500))).hasSize(200);
    }
}
