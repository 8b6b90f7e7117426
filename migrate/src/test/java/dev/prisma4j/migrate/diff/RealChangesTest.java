package dev.prisma4j.migrate.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.migrate.Migrate;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.schema.source.SourceFile;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases spell things in their own way, which comparisons allow for; what a user changes is a change nonetheless. */
class RealChangesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            DateTime[] @default([])                       ~ DateTime[] @default(["2020-01-01T00:00:00Z"])
            DateTime[] @default(["2020-01-01T00:00:00Z"]) ~ DateTime[] @default(["2020-01-01T00:00:00Z", "2020-01-01T00:00:00Z"])
            DateTime @default(now())                      ~ DateTime @default(dbgenerated("now()::date"))
            DateTime @default(now())                      ~ DateTime @default(dbgenerated("CURRENT_TIMESTAMP(0)"))
            DateTime @default(now())                      ~ DateTime @default(dbgenerated("now()::timestamptz(0)"))
            Int @default(1)                               ~ Int @default(dbgenerated("1::int + 1"))
            BigInt @default(10)                           ~ BigInt @default(dbgenerated("(10)::bigint - 3"))
            BigInt @default(10)                           ~ BigInt @default(dbgenerated("((10)::bigint - 3)"))
            Decimal @default(1.5)                         ~ Decimal @default(dbgenerated("1.5::int"))
            Decimal @default(1.25)                        ~ Decimal @default(dbgenerated("1.25::numeric(10,1)"))
            Float @default(0.1)                           ~ Float @default(dbgenerated("0.1::real"))
            Int[] @default([1])                           ~ Int[] @default(dbgenerated("ARRAY[1]::int[] || 3"))
            BigInt[] @default([10])                       ~ BigInt[] @default(dbgenerated("ARRAY[10::bigint - 3]"))
            Decimal[] @default([1.5])                     ~ Decimal[] @default(dbgenerated("ARRAY[1.5]::int[]"))
            String @default("abc")                        ~ String @default(dbgenerated("'abc'::varchar(2)"))
            String @default("abc")                        ~ String @default(dbgenerated("'abc'::char"))
            String[] @default(["abc"])                    ~ String[] @default(dbgenerated("'{abc}'::varchar(2)[]"))
            Json @default("[1,2]")                        ~ Json @default(dbgenerated("'[1,2]'::jsonb - 0"))
            Boolean @default(true)                        ~ Boolean @default(dbgenerated("'t'::boolean AND false"))
            DateTime @db.Timestamp(3)                     ~ Unsupported("timestamp")
            DateTime @db.Time(0)                          ~ Unsupported("time without time zone")
            String @db.VarChar(5)                         ~ Unsupported("varchar(99999999999)")
            """)
    void changesOfAColumnOfPostgresqlAreFound(String before, String after) {
        assertThat(Migrate.diff(schema("postgresql", "a " + before), schema("postgresql", "a " + after))
                        .isEmpty())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            DateTime @default(now())     ~ DateTime @default(dbgenerated("now()::timestamp with time zone"))
            Int @default(-5)             ~ Int @default(dbgenerated("'-5'::int8"))
            Decimal @default(2)          ~ Decimal @default(dbgenerated("1.5::int"))
            Decimal @default(-1.5)       ~ Decimal @default(dbgenerated("(- (1.5)::numeric)"))
            String @default("ab")        ~ String @default(dbgenerated("'abc'::varchar(2)"))
            String[] @default(["abc"])   ~ String[] @default(dbgenerated("(ARRAY['abc'::text])::character varying[]"))
            Json @default("{}")          ~ Json @default(dbgenerated("'{}'::json"))
            Int @default(dbgenerated("1::int + 1")) ~ Int @default(dbgenerated("(1 + 1)"))
            DateTime @default(dbgenerated("timezone('utc', now())::date")) ~ DateTime @default(dbgenerated("(timezone('utc'::text, now()))::date"))
            DateTime @db.Timestamp(6)    ~ Unsupported("timestamp")
            """)
    void otherSpellingsOfPostgresqlAreNoChanges(String before, String after) {
        assertThat(Migrate.diff(schema("postgresql", "a " + before), schema("postgresql", "a " + after))
                        .script())
                .contains("This is an empty migration");
    }

    @ParameterizedTest
    @CsvSource({
        "Bytes @db.VarBinary(1000), @@index",
        "Bytes @db.VarBinary(1000), @@unique",
        "String @db.VarChar(700), @@index",
        "String @db.VarChar(1500), @@index"
    })
    void indexesOfAPrefixOnMysqlAreNotThoseOfAllOfAColumn(String type, String index) {
        Schema prefix = schema("mysql", "a " + type + "\n" + index + "([a(length: 768)])");
        Schema whole = schema("mysql", "a " + type + "\n" + index + "([a])");
        assertThat(Migrate.diff(prefix, whole).isEmpty()).isFalse();
        assertThat(Migrate.diff(whole, prefix).isEmpty()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql", "mysql", "sqlserver"})
    void anIndexMakesWayForAnotherOfItsNameThoughATwinOfItStays(String provider) {
        String twins = "a Int\nb Int\n@@index([a], map: \"x\")\n@@index([a], map: \"y\")";
        String changed = "a Int\nb Int\n@@index([a, b], map: \"x\")\n@@index([a], map: \"y\")";
        assertThat(Migrate.diff(schema(provider, twins), schema(provider, changed))
                        .script())
                .containsSubsequence("DROP INDEX", "x", "CREATE ", "INDEX", "x")
                .doesNotContain("y");
    }

    private static Schema schema(String provider, String members) {
        String text = "datasource db {\n  provider = \"" + provider + "\"\n}\nmodel M {\n  id Int @id\n  " + members
                + "\n}\n";
        return SchemaCompiler.compile(List.of(SourceFile.of("schema.prisma", text)))
                .orThrow();
    }
}
