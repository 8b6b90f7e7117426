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
            case POSTGRESQL -> POSTGRESQL + PostgresDefaultsSchema.MODELS;
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
