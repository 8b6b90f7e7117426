package dev.prisma4j.testkit.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.migrate.Migrate;
import dev.prisma4j.migrate.command.DiffResult;
import dev.prisma4j.migrate.command.DiffSide;
import dev.prisma4j.migrate.command.PushOptions;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.schema.source.SourceFile;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.DatabaseTest;
import dev.prisma4j.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;

/** What was pushed is there: databases spell it in their own way, and the second push must not take that for a change. */
@Tag("matrix")
class RepeatedChangesTest {
    private static final String EVERYWHERE = """
            model Artist {
              ArtistId Int      @id
              born     DateTime @default("2020-01-01T00:00:00.5+02:00")
              albums   Album[]
            }

            model Album {
              AlbumId   Int    @id
              ArtistRef Int
              artist    Artist @relation(fields: [ArtistRef], references: [ArtistId])
              @@index([ArtistRef])
            }

            model Defaults {
              id    Int  @id
              keys  Json @default("{\\"limits\\":{\\"monthly\\":{\\"responses\\":1500,\\"miu\\":2000},\\"projects\\":3},\\"plan\\":null}")
              twice Json @default("{\\"b\\": 1e3, \\"a\\": 1.0, \\"c\\":1.50, \\"a\\":2}")
              whole Json @default("1e3")
              texts Json @default("[1E3, \\"\\\\u00e9\\", \\"a\\\\/b\\", \\" a  b \\", \\"quote ' and \\\\\\"\\"]")
            }
            """;

    private static final String POSTGRESQL = """
            model Others {
              id     Int      @id
              asText Json     @default("{\\"b\\": 1e3, \\"a\\": 1.0}") @db.Json
              many   Json[]   @default(["{\\"b\\": 1e3, \\"a\\": 1.0}"])
              bit    String   @db.Bit
              bits   String[] @db.Bit
              char   String   @db.Char
              chars  String[] @db.Char
              bit1   String[] @db.Bit(1)
              var    String[] @db.VarBit
              whole  Decimal  @db.Decimal(10, 0)
              wholes Decimal[] @db.Decimal(10, 0)
              any    Decimal[] @db.Decimal
              moment DateTime[] @db.Time
              zoned  DateTime[] @db.Timestamptz(0)
              days   DateTime[] @db.Date
            }

            model Named {
              id Int @id
              a  Unsupported("integer")
              b  Unsupported("INTEGER")?
              c  Unsupported("polygon")?
              d  Unsupported("varchar(20)")?
              e  Unsupported("int4")
              f  Unsupported("circle[]")?
              g  Unsupported("integer[]")?
              h  Unsupported("character varying(3)")
              i  Unsupported("timestamp(3) with time zone")?
              j  Unsupported("numeric(10)")
              k  Unsupported("varchar(5)[]")
              l  Unsupported("double  precision")
              m  Unsupported("time")
              n  Unsupported("interval")
              o  Unsupported("char(4)")
              p  Unsupported("tsvector")?
              q  Unsupported("tsvector[]")
              r  Unsupported("int4range")
            }

            model Indexed {
              id   Int     @id
              tags String[]
              ints Int[]
              ts   Unsupported("tsvector")?
              doc  Json
              ip   String  @db.Inet
              at   DateTime
              name String
              @@index([tags(ops: ArrayOps)], type: Gin)
              @@index([tags(ops: raw("array_ops"))], type: Gin, map: "again")
              @@index([ints(ops: ArrayOps)], type: Gin)
              @@index([ts(ops: raw("tsvector_ops"))], type: Gin)
              @@index([ts], type: Gin, map: "bare")
              @@index([ts], type: Gist, map: "gist")
              @@index([doc(ops: JsonbOps)], type: Gin)
              @@index([doc(ops: JsonbPathOps)], type: Gin, map: "paths")
              @@index([id(ops: Int4MinMaxOps)], type: Brin, map: "range")
              @@index([at(ops: TimestampMinMaxOps)], type: Brin)
              @@index([ip(ops: InetOps)], type: Gist, map: "nets")
              @@index([ip(ops: InetOps)], type: SpGist, map: "spnets")
              @@index([name(ops: TextOps)], type: SpGist)
              @@index([name], type: Hash, map: "hash")
            }
            """;

    /** Defaults as PostgreSQL writes them: casts within casts, expressions that are values, and values that are expressions. */
    private static final String POSTGRESQL_DEFAULTS = """
            enum E {
              A
              B
            }
            model C {
              id   Int      @id
              f1 Float @default(-2)
              f2 Float @default(-2.5)
              f3 Float @default(10000000000.5)
              f4 Float @default(2) @db.Real
              f5 Float @default(-2) @db.Real
              d1 Decimal @default(-1.5)
              d2 Decimal @default(-1) @db.Decimal(10,2)
              d3 Decimal @default(0.10) @db.Decimal(10,2)
              d4 Decimal @default(-1) @db.Money
              d5 Decimal @default(1.5) @db.Money
              b1 BigInt @default(-9007199254740993)
              i1 Int @default(-3) @db.SmallInt
              i2 Int @default(3) @db.Oid
              s1 String @default("x") @db.Char(3)
              s2 String @default("it's \\\\ \\n \\"q\\"")
              s3 String @default("x") @db.VarChar(3)
              s4 String @default("1010") @db.Bit(4)
              s5 String @default("101") @db.VarBit
              s6 String @default("<a/>") @db.Xml
              s7 String @default("10.0.0.1") @db.Inet
              s8 String @default("é::text")
              s9 String @default("")
              y1 Bytes @default("aGk=")
              o1 Boolean @default(false)
              e1 E @default(B)
              e2 E[] @default([A, B])
              m1 DateTime @default("2020-01-01T00:00:00Z") @db.Date
              m2 DateTime @default(now()) @db.Date
              m3 DateTime @default(now()) @db.Timestamptz
              m4 DateTime @default(now()) @db.Time
              m5 DateTime @default(now()) @db.Timestamp(0)
              m6 DateTime[] @default([])
              m7 DateTime[] @default(["2020-01-01T00:00:00Z"]) @db.Timestamptz
              g1 String @default(dbgenerated("gen_random_uuid()")) @db.Uuid
              g2 Json @default(dbgenerated("'{}'::jsonb"))
              g3 DateTime @default(dbgenerated("CURRENT_TIMESTAMP"))
              g4 DateTime @default(dbgenerated("now()"))
              g5 Int @default(dbgenerated("5"))
              g6 String @default(dbgenerated("'abc'"))
              g7 String @default(dbgenerated("'abc'::text"))
              g8 Int[] @default(dbgenerated("'{}'"))
              g9 String[] @default(dbgenerated("ARRAY[]::text[]"))
              g10 DateTime @default(dbgenerated("now() + interval '1 day'"))
              g11 Boolean @default(dbgenerated("true"))
              g12 Int[] @default(dbgenerated("ARRAY[]::integer[]"))
              g13 Int[] @default(dbgenerated("'{1,2}'::int[]"))
              g14 Unsupported("interval") @default(dbgenerated("'1 day'::interval"))
              g15 Unsupported("tsvector") @default(dbgenerated("''::tsvector"))
              g16 E @default(dbgenerated("'A'::\\"E\\""))
              g17 DateTime @default(dbgenerated("timezone('utc'::text, now())")) @db.Timestamptz
              g18 Int @default(dbgenerated("(1 + 1)"))
              g20 DateTime @default(dbgenerated("now()+INTERVAL '2 days'"))
              g21 DateTime @default(dbgenerated("timezone('utc', now())")) @db.Timestamptz
              g22 String? @default(dbgenerated("NULL"))
              g23 String @default(dbgenerated("lower('A b')"))
              g24 String @db.Uuid @default(dbgenerated("'7B0F6E3A-94A4-4b0f-8a6c-6b2e3b1f0c11'::uuid"))
              g25 String @db.Uuid @default("7B0F6E3A-94A4-4b0f-8a6c-6b2e3b1f0c11")
              g19 Unsupported("integer") @default(dbgenerated("1"))
              h1  Decimal @default(dbgenerated("1.5::int"))
              h2  Decimal @default(dbgenerated("1.25::numeric(10,1)"))
              h3  Decimal @default(dbgenerated("0.1::real"))
              h4  Decimal @default(dbgenerated("-1.5::numeric"))
              h5  BigInt @default(dbgenerated("10::bigint - 3"))
              h6  BigInt @default(dbgenerated("-3::bigint"))
              h7  Int @default(dbgenerated("1::int + 1"))
              h8  Int @default(dbgenerated("5::bigint"))
              h9  Int @default(dbgenerated("1.6"))
              h10 String @default(dbgenerated("'abc'::varchar(2)"))
              h11 String @default(dbgenerated("'abc'::char"))
              h12 String @default(dbgenerated("'abc'::text::varchar(2)"))
              h13 String @default(dbgenerated("'abc'::varchar(2)")) @db.VarChar(2)
              h14 String[] @default(dbgenerated("ARRAY['abc', 'd']::varchar(2)[]"))
              h15 String[] @default(dbgenerated("'{abc}'::varchar(2)[]"))
              h16 Decimal[] @default(dbgenerated("ARRAY[1.5,2]::int[]"))
              h17 Int[] @default(dbgenerated("ARRAY[1,2] || 3"))
              h18 Boolean @default(dbgenerated("(true AND false)"))
              h19 Boolean @default(dbgenerated("'t'::boolean"))
              h20 DateTime @default(dbgenerated("now()::date"))
              h21 DateTime @default(dbgenerated("now()::timestamp(0)"))
              h22 DateTime @default(dbgenerated("CURRENT_TIMESTAMP(0)"))
              h23 DateTime @default(dbgenerated("now()::timestamptz"))
              h24 DateTime @default(dbgenerated("now()::date")) @db.Date
              h25 DateTime @default(dbgenerated("now()::timestamp")) @db.Timestamp
              h26 DateTime @default(dbgenerated("timezone('utc', now())::date"))
              h27 String @default(dbgenerated("'1010'::bit(4)")) @db.Bit(4)
              h28 String[] @default(["abcd"]) @db.VarChar(3)
              h29 DateTime[] @default(dbgenerated("'{2020-01-01}'::timestamp[]"))
              h30 Json @default(dbgenerated("'[1, 2]'::jsonb - 0"))
            }

            model B {
              id   Int      @id
              t0 DateTime[] @db.Time(0)
              t1 DateTime[] @db.Time
              t3 DateTime[] @db.Time(3)
              z3 DateTime[] @db.Timetz(3)
              s3 DateTime[] @db.Timestamp(3)
              s0 DateTime[] @db.Timestamptz(0)
              vc String[] @db.VarChar(20)
              de Decimal[] @db.Decimal(10,2)
              bt String[] @db.Bit(4)
              b1 BigInt[] @default([1, -2, 3])
              b2 BigInt[] @default([9007199254740993, 0])
              b3 BigInt[] @default([])
              b4 BigInt   @default(-5)
              i1 Int[] @default([1, -2])
              i2 Int[] @default([1, -2]) @db.SmallInt
              f1 Float[] @default([1.5, -2, 0])
              f2 Float[] @default([1.5, -2]) @db.Real
              d1 Decimal[] @default([1.5, -2])
              d2 Decimal[] @default([1.5, -2]) @db.Decimal(10,2)
              s1 String[] @default(["a","b'c","d\\"e", "", "null", "a,b", "{x}"])
              s2 String[] @default(["a"]) @db.VarChar(10)
              s4 String[] @default(["ab"]) @db.Char(2)
              o1 Boolean[] @default([true,false])
              y1 Bytes[] @default(["aGk="])
              j1 Json[] @default(["{\\"a\\":[1,2]}"])
              m1 DateTime[] @default(["2020-01-01T00:00:00Z"])
              u1 String[] @db.Uuid @default(["7b0f6e3a-94a4-4b0f-8a6c-6b2e3b1f0c11"])
              u2 String @db.Uuid @default("7b0f6e3a-94a4-4b0f-8a6c-6b2e3b1f0c11")
              m2 DateTime @default("2020-01-01T00:00:00Z")
              oid Int[] @db.Oid @default([1])
              mon Decimal[] @db.Money @default([1])
              inet String[] @db.Inet @default(["10.0.0.1"])
            }
            """;

    /** The oldest MySQL that is tested has no expressions as defaults. */
    private static final String MARIADB = """

            model Moments {
              id Int      @id
              a  DateTime @default(now()) @db.Date
              b  DateTime @default(now()) @db.Time
              c  DateTime @default(now()) @db.Time(3)
              d  DateTime @default(now()) @db.Timestamp(6)
              e  DateTime @default(dbgenerated("(CURRENT_DATE)")) @db.Date
              f  DateTime @default(dbgenerated("(curdate())"))
              g  DateTime @default(dbgenerated("(curtime())")) @db.Time
              h  Bytes    @unique(sort: Desc)
            }
            """;

    private static Schema schema(DatabaseKind kind, String models) {
        String head = "datasource db {\n  provider = \"" + kind.provider().text() + "\"\n}\n";
        return SchemaCompiler.compile(List.of(SourceFile.of("schema.prisma", head + models)))
                .orThrow();
    }

    @DatabaseTest
    void whatWasPushedIsNotAskedForAgain(DatabaseKind kind, TestDatabase database) {
        String own = switch (kind) {
            case POSTGRESQL -> POSTGRESQL + POSTGRESQL_DEFAULTS;
            case MARIADB -> MARIADB;
            case MYSQL, SQLITE -> "";
        };
        Schema schema = schema(kind, EVERYWHERE + own);
        Migrate migrate = Migrate.of(schema, database.url(), Path.of("").toAbsolutePath());
        migrate.push(new PushOptions(true, false));
        DiffResult left = migrate.diff(new DiffSide.OfDatabase(), new DiffSide.OfSchema(schema));
        assertThat(left.isEmpty() ? "" : left.script()).isEmpty();
        DiffResult back = migrate.diff(new DiffSide.OfSchema(schema), new DiffSide.OfDatabase());
        assertThat(back.isEmpty() ? "" : back.script()).isEmpty();
        if (kind == DatabaseKind.MYSQL) {
            assertThat(Migrate.diff(null, schema).script()).contains("DEFAULT '2019-12-31 22:00:00.500'");
        }
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void enumsOfSeveralColumnsArePulledOnce(DatabaseKind kind, TestDatabase database) {
        String text = """
                datasource db {
                  provider = "mysql"
                }

                model A {
                  id Int    @id
                  x  Mood   @default(good)
                  y  Mood?
                  z  Again?
                }

                model B {
                  id Int   @id
                  x  Again
                }

                enum Mood {
                  good @map("g")
                  bad
                }

                enum Again {
                  good @map("g")
                  bad
                }
                """;
        List<SourceFile> files = List.of(SourceFile.of("schema.prisma", text));
        Migrate migrate = Migrate.of(
                SchemaCompiler.compile(files).orThrow(),
                database.url(),
                Path.of("").toAbsolutePath());
        migrate.push(new PushOptions(true, false));
        assertThat(migrate.pull(files, false).files().get(0).text()).isEqualTo(text);
    }

    @DatabaseTest(DatabaseKind.MARIADB)
    void anIndexThatTheServerCutsIsTheOneThatWasAskedFor(DatabaseKind kind, TestDatabase database) {
        Schema schema = schema(kind, """
                model A {
                  id Int    @id
                  s  String @db.VarChar(1500)
                  t  String @db.Text
                  b  Bytes  @db.VarBinary(4000)
                  @@index([s])
                  @@index([t(length: 1000)])
                  @@index([b])
                }
                """);
        Path folder = Path.of("").toAbsolutePath();
        Migrate migrate = Migrate.of(schema, database.url(), folder);
        migrate.push(new PushOptions(true, false));
        DiffResult left = migrate.diff(new DiffSide.OfDatabase(), new DiffSide.OfSchema(schema));
        assertThat(left.isEmpty() ? "" : left.script()).isEmpty();
        Schema shorter = schema(kind, """
                model A {
                  id Int    @id
                  s  String @db.VarChar(1500)
                  t  String @db.Text
                  b  Bytes  @db.VarBinary(4000)
                  @@index([s(length: 767)])
                  @@index([t(length: 1000)])
                  @@index([b(length: 768)])
                }
                """);
        Migrate.of(shorter, database.url(), folder).push(new PushOptions(true, false));
        assertThat(migrate.diff(new DiffSide.OfDatabase(), new DiffSide.OfSchema(schema))
                        .script())
                .contains("A_s_idx", "A_b_idx")
                .doesNotContain("A_t_idx");
    }

    @DatabaseTest(DatabaseKind.POSTGRESQL)
    void whatDiffersIsStillChanged(DatabaseKind kind, TestDatabase database) {
        Schema before = schema(kind, """
                model A {
                  id Int @id
                  a  Json @default("{\\"a\\": 1}")
                  b  String[] @db.Bit(2)
                  c  Unsupported("integer")
                  d  Unsupported("integer[]")
                  e  Json
                  @@index([e(ops: JsonbOps)], type: Gin, map: "e")
                }
                """);
        Schema after = schema(kind, """
                model A {
                  id Int @id
                  a  Json @default("{\\"a\\": \\"1\\"}")
                  b  String[] @db.Bit
                  c  Unsupported("bigint")
                  d  Unsupported("integer")
                  e  Json
                  @@index([e(ops: JsonbPathOps)], type: Gin, map: "e")
                }
                """);
        Path folder = Path.of("").toAbsolutePath();
        Migrate migrate = Migrate.of(before, database.url(), folder);
        migrate.push(new PushOptions(true, false));
        String script = migrate.diff(new DiffSide.OfDatabase(), new DiffSide.OfSchema(after))
                .script();
        assertThat(script)
                .contains("\"a\" SET DEFAULT", "\"b\" BIT[]", "\"c\" SET DATA TYPE bigint", "\"d\"", "jsonb_path_ops");
        Migrate.of(after, database.url(), folder).push(new PushOptions(true, false));
        assertThat(migrate.diff(new DiffSide.OfDatabase(), new DiffSide.OfSchema(after))
                        .isEmpty())
                .isTrue();
    }
}
