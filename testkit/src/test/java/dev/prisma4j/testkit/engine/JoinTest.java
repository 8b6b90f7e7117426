// Related rows read by one statement are the same as those read by a statement per relation.
package dev.prisma4j.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prisma4j.engine.TransactionOptions;
import dev.prisma4j.engine.generic.MapReader;
import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.Cursor;
import dev.prisma4j.engine.query.FindFirst;
import dev.prisma4j.engine.query.FindMany;
import dev.prisma4j.engine.query.FindUnique;
import dev.prisma4j.engine.query.LoadStrategy;
import dev.prisma4j.engine.query.Order;
import dev.prisma4j.engine.query.RawExecute;
import dev.prisma4j.engine.query.RawSql;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.engine.query.ReadOptions;
import dev.prisma4j.engine.query.RelationCount;
import dev.prisma4j.engine.query.Selection;
import dev.prisma4j.engine.query.Unique;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.SortOrder;
import dev.prisma4j.testkit.DatabaseKind;
import dev.prisma4j.testkit.DatabaseTest;
import dev.prisma4j.testkit.TestDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import tools.jackson.databind.json.JsonMapper;

@Tag("matrix")
class JoinTest {
    private static final String MODELS = """
            enum Kind {
              SMALL
              LARGE @map("big one")
            }
            model Owner {
              id      Int      @id
              name    String
              things  Thing[]
              profile Profile?
              boss    Owner?   @relation("team", fields: [bossId], references: [id], onDelete: NoAction, onUpdate: NoAction)
              bossId  Int?     @map("boss_id")
              team    Owner[]  @relation("team")
            }
            model Profile {
              id      Int    @id
              text    String
              owner   Owner  @relation(fields: [ownerId], references: [id])
              ownerId Int    @unique
            }
            model Thing {
              id      Int       @id
              text    String?
              int     Int?
              big     BigInt?
              real    Float?
              decimal Decimal?
              flag    Boolean?
              at      DateTime?
              json    Json?
              bytes   Bytes?
              kind    Kind?
              NATIVE
              owner   Owner?    @relation(fields: [ownerId], references: [id])
              ownerId Int?
              tags    Tag[]
              parts   Part[]
              @@map("thing's")
            }
            model Part {
              thing   Thing  @relation(fields: [thingId], references: [id])
              thingId Int
              number  Int
              text    String @map("the text")
              notes   Note[]
              @@id([thingId, number])
            }
            model Note {
              id      Int    @id
              text    String
              part    Part   @relation(fields: [partOf, partNo], references: [thingId, number])
              partOf  Int
              partNo  Int
            }
            model Tag {
              id      Int    @id
              name    String
              things  Thing[]
            }
            """;
    private static final Map<DatabaseKind, String> NATIVE =
            Map.of(DatabaseKind.SQLITE, "", DatabaseKind.POSTGRESQL, """
              names   String[]
              kinds   Kind[]
              numbers Decimal[]
              moments DateTime[]
              blobs   Bytes[]
              single  Float?    @db.Real
              day     DateTime? @db.Date
              hour    DateTime? @db.Time(3)
              zoned   DateTime? @db.Timestamptz(6)
              cash    Decimal?  @db.Money
              plain   Json?     @db.Json
              guid    String?   @db.Uuid
              net     String?   @db.Inet
              padded  String?   @db.Char(5)
              bits    String?   @db.Bit(3)
              """, DatabaseKind.MYSQL, """
              single  Float?    @db.Float
              day     DateTime? @db.Date
              hour    DateTime? @db.Time(3)
              zoned   DateTime? @db.Timestamp(3)
              year    Int?      @db.Year
              bit     Boolean?  @db.Bit(1)
              fixed   Bytes?    @db.Binary(3)
              price   Decimal?  @db.Decimal(10, 2)
              count   Int?      @db.UnsignedInt
              """);

    private OpenedSchema opened;

    /** Many cases on one database, since making the database takes longer than all of them. */
    @DatabaseTest
    void relatedRowsReadByOneStatementAreTheSame(TestDatabase database) {
        DatabaseKind kind = database.kind();
        String extra = NATIVE.get(kind == DatabaseKind.MARIADB ? DatabaseKind.MYSQL : kind);
        try (OpenedSchema schema = OpenedSchema.of(database, MODELS.replace("NATIVE", extra))) {
            opened = schema;
            fill();
            valuesOfEveryTypeAreTheSame();
            relationsOfEveryShapeAtAnyDepthComeWithOneStatement();
            relationsWithoutScalarsOfTheirOwnWork();
            conditionsAndCountsOfRelatedRowsWork();
            orderingThroughRelationsAndWithNullsIsKept();
            limitsCursorsAndDistinctOfRelatedRowsCountPerParent();
            findUniqueAndFindFirstTakeOneStatementToo();
            aPageOfDistinctRowsHasItsRelations();
            rowsThatAreStreamedComeWithTheirs();
            whatIsLargerThanTheServersLimitsIsReadAllTheSame();
            manyRelatedRowsAreNotCutOff();
        }
    }

    private static final String HOSTILE =
            "'; DROP TABLE x; -- \"`\\ \\\\n {}[],$1 ? %_ \u00e4\u4e2d\uD83D\uDE00\u2028\r\n\t\b\f";

    private void fill() {
        for (int i = 1; i <= 4; i++) {
            create(
                    "Owner",
                    "{'id':" + i + ",'name':'owner " + (5 - i) + "','bossId':" + (i == 1 ? "null" : i - 1) + "}");
        }
        create("Profile", "{'id':1,'text':'one','ownerId':1}");
        create("Profile", "{'id':2,'text':'two','ownerId':3}");
        for (int i = 1; i <= 3; i++) {
            create("Tag", "{'id':" + i + ",'name':'tag " + i % 2 + "'}");
        }
        String text = JsonMapper.shared().writeValueAsString(HOSTILE);
        String json = JsonMapper.shared().writeValueAsString("{\"a\":[1,1.5,null,true,\"x\"],\"b\":" + text + "}");
        String common = "\"text\":" + text
                + ",\"int\":-2147483648,\"big\":\"-9223372036854775808\",\"real\":0.30000000000000004,"
                + "\"decimal\":\"12345.678901\",\"flag\":true,\"at\":\"1969-12-31T23:59:59.999Z\",\"json\":{\"$type\":\"Json\","
                + "\"value\":" + json + "},\"bytes\":\"AAEC/w==\",\"kind\":\"LARGE\"";
        String special = switch (opened.kind) {
            case SQLITE -> "";
            case POSTGRESQL ->
                ",'names':['a',null_,'{\\\"x\\\\}',''],'kinds':['SMALL','LARGE'],'numbers':['1.50','-2'],"
                        + "'moments':['2024-02-29T12:00:00.5Z'],'blobs':['AAE=',''],'single':0.1,'day':'2024-02-29T00:00:00Z',"
                        + "'hour':'1970-01-01T23:59:59.5Z','zoned':'2024-02-29T12:34:56.789Z','cash':'12.34',"
                        + "'plain':{'$type':'Json','value':'{\\\"b\\\" : 1,\\\"a\\\":2}'},'guid':'5f3f5a52-8b1c-4c1e-9a53-2f6a7e1f0c11',"
                        + "'net':'10.0.0.1','padded':'ab','bits':'101'";
            default ->
                ",'single':0.1,'day':'2024-02-29T00:00:00Z','hour':'1970-01-01T23:59:59.5Z',"
                        + "'zoned':'2024-02-29T12:34:56.789Z','year':2024,'bit':true,'fixed':'AP8B','price':'12.50',"
                        + "'count':7";
        };
        special = special.replace("null_,", "").replace('\'', '"');
        opened.answer(
                opened.engine,
                "{\"modelName\":\"Thing\",\"action\":\"createOne\",\"query\":{\"arguments\":{\"data\":{\"id\":1,"
                        + "\"ownerId\":1," + common + special + "}},\"selection\":{\"id\":true}}}");
        create(
                "Thing",
                "{'id':2,'ownerId':1,'json':{'$type':'Enum','value':'JsonNull'},'real':1e300,'decimal':'-0.5',"
                        + "'big':'9007199254740993','flag':false,'kind':'SMALL','bytes':'','text':''}"
                                .replace(
                                        "'json':{'$type':'Enum','value':'JsonNull'},",
                                        opened.kind == DatabaseKind.SQLITE
                                                ? ""
                                                : "'json':{'$type':'Enum','value':'JsonNull'},"));
        create("Thing", "{'id':3,'ownerId':2,'int':5,'real':0.1,'decimal':'100','at':'2024-01-01T00:00:00Z'}");
        create("Thing", "{'id':4,'ownerId':1,'int':5}");
        create("Thing", "{'id':5,'int':7}");
        for (int[] link : new int[][] {{1, 1}, {1, 2}, {2, 3}, {3, 1}, {4, 3}, {4, 1}}) {
            opened.ask(
                    "updateOne",
                    "Thing",
                    "{'where':{'id':" + link[0] + "},'data':{'tags':{'connect':{'id':" + link[1] + "}}}}",
                    "{'id':true}");
        }
        for (int i = 0; i < 6; i++) {
            create("Part", "{'thingId':" + (1 + i % 3) + ",'number':" + i + ",'text':'part " + i + "'}");
            create("Note", "{'id':" + i + ",'text':'note','partOf':" + (1 + i % 3) + ",'partNo':" + i + "}");
        }
        assertThat(opened.ask("findMany", "Thing", "{}", "{'id':true}")).hasSize(5);
    }

    private void create(String model, String data) {
        opened.ask("createOne", model, "{'data':" + data + "}", "{'$scalars':true}");
    }

    private RelationField relation(String model, String name) {
        return opened.model(model).relationField(name).orElseThrow();
    }

    private ReadArguments.Builder arguments() {
        return ReadArguments.builder();
    }

    private Order by(String model, String field, SortOrder direction) {
        return Order.by(opened.field(model, field), direction);
    }

    /** The rows by one statement (or as many as said) and by a statement per relation. */
    private void same(int statements, ReadArguments arguments, Selection<Map<String, @Nullable Object>> selection) {
        List<Map<String, @Nullable Object>> expected = read(arguments, selection, LoadStrategy.QUERY);
        opened.counted();
        List<Map<String, @Nullable Object>> joined = read(arguments, selection, LoadStrategy.JOIN);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(text(joined.get(i))).isEqualTo(text(expected.get(i)));
        }
        assertThat(joined).hasSameSizeAs(expected);
        // with no rows there is nothing to read of theirs
        assertThat(opened.counted()).isBetween(1, statements);
    }

    private List<Map<String, @Nullable Object>> read(
            ReadArguments arguments, Selection<Map<String, @Nullable Object>> selection, LoadStrategy strategy) {
        return opened.engine.execute(
                new FindMany<>(selection.model(), arguments, selection, new ReadOptions(strategy, null)));
    }

    /** With the content of byte arrays. */
    private static String text(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + text(entry.getValue()))
                    .toList()
                    .toString();
        } else if (value instanceof List<?> list) {
            return list.stream().map(JoinTest::text).toList().toString();
        }
        return value instanceof byte[] bytes
                ? Arrays.toString(bytes)
                : value + (value == null ? "" : " " + value.getClass().getSimpleName());
    }

    private boolean gathersLimited() {
        return opened.kind == DatabaseKind.SQLITE || opened.kind == DatabaseKind.POSTGRESQL;
    }

    private MapReader all(String model) {
        return MapReader.of(opened.model(model)).allScalars();
    }

    private void valuesOfEveryTypeAreTheSame() {
        ReadArguments ordered =
                arguments().orderBy(by("Owner", "id", SortOrder.ASC)).build();
        ReadArguments things =
                arguments().orderBy(by("Thing", "id", SortOrder.DESC)).build();
        same(
                1,
                ordered,
                all("Owner").relation("things", things, MapReader::allScalars).selection());
        assertThat(read(
                                ordered,
                                all("Owner")
                                        .relation("things", things, MapReader::allScalars)
                                        .selection(),
                                LoadStrategy.JOIN)
                        .get(0)
                        .toString())
                .contains(HOSTILE);
    }

    private void relationsOfEveryShapeAtAnyDepthComeWithOneStatement() {
        ReadArguments ordered =
                arguments().orderBy(by("Owner", "name", SortOrder.ASC)).build();
        same(
                1,
                ordered,
                all("Owner")
                        .relation("profile")
                        .relation(
                                "boss",
                                ReadArguments.ALL,
                                boss -> boss.scalar("name").relation("boss"))
                        .relation("team", ordered, team -> team.allScalars().relation("profile"))
                        .relation(
                                "things",
                                arguments()
                                        .orderBy(by("Thing", "int", SortOrder.DESC), by("Thing", "id", SortOrder.ASC))
                                        .build(),
                                thing -> thing.allScalars()
                                        .relation(
                                                "tags",
                                                arguments()
                                                        .orderBy(by("Tag", "id", SortOrder.DESC))
                                                        .build(),
                                                MapReader::allScalars)
                                        .relation(
                                                "parts",
                                                arguments()
                                                        .orderBy(by("Part", "number", SortOrder.ASC))
                                                        .build(),
                                                part -> part.scalar("text").relation("notes"))
                                        .relation("owner"))
                        .selection());
    }

    private void relationsWithoutScalarsOfTheirOwnWork() {
        same(
                1,
                arguments().orderBy(by("Owner", "id", SortOrder.ASC)).build(),
                MapReader.of(opened.model("Owner"))
                        .relation(
                                "things",
                                arguments()
                                        .orderBy(by("Thing", "id", SortOrder.ASC))
                                        .build(),
                                thing -> thing.relation("owner", ReadArguments.ALL, owner -> owner.relation("profile")))
                        .selection());
    }

    private void conditionsAndCountsOfRelatedRowsWork() {
        Condition large = Condition.eq(opened.field("Thing", "int"), 5);
        same(
                1,
                arguments().orderBy(by("Owner", "id", SortOrder.ASC)).build(),
                all("Owner")
                        .relation(
                                "boss",
                                ReadArguments.where(Condition.eq(opened.field("Owner", "id"), 2)),
                                MapReader::allScalars)
                        .relation(
                                "things",
                                arguments()
                                        .where(new Condition.Related(
                                                relation("Thing", "tags"),
                                                Condition.Quantifier.SOME,
                                                Condition.eq(opened.field("Tag", "name"), "tag 1")))
                                        .orderBy(
                                                new Order.ByRelationCount(
                                                        List.of(), relation("Thing", "tags"), null, SortOrder.DESC),
                                                by("Thing", "id", SortOrder.ASC))
                                        .build(),
                                thing -> thing.scalar("id")
                                        .counts(
                                                new RelationCount(relation("Thing", "tags"), null),
                                                new RelationCount(relation("Thing", "parts"), null)))
                        .counts(new RelationCount(relation("Owner", "things"), large))
                        .selection());
    }

    private void orderingThroughRelationsAndWithNullsIsKept() {
        same(
                1,
                arguments().orderBy(by("Owner", "id", SortOrder.DESC)).build(),
                all("Owner")
                        .relation(
                                "things",
                                arguments()
                                        .orderBy(
                                                new Order.ByField(
                                                        List.of(),
                                                        opened.field("Thing", "int"),
                                                        SortOrder.ASC,
                                                        Order.Nulls.LAST),
                                                new Order.ByField(
                                                        List.of(relation("Thing", "owner")),
                                                        opened.field("Owner", "name"),
                                                        SortOrder.DESC,
                                                        null),
                                                by("Thing", "id", SortOrder.DESC))
                                        .build(),
                                MapReader::allScalars)
                        .selection());
    }

    /** MySQL and MariaDB number the rows of limited relations in a statement of their own. */
    private void limitsCursorsAndDistinctOfRelatedRowsCountPerParent() {
        Stream<UnaryOperator<ReadArguments.Builder>> ways = Stream.of(
                a -> a.take(1),
                a -> a.take(-2),
                a -> a.skip(1),
                a -> a.take(2).skip(1),
                a -> a.take(0),
                a -> a.distinct(List.of(opened.field("Thing", "int"))),
                a -> a.distinct(List.of(opened.field("Thing", "int"))).take(1),
                a -> a.cursor(new Cursor(List.of(opened.field("Thing", "id")), List.of(2))),
                a -> a.cursor(new Cursor(List.of(opened.field("Thing", "id")), List.of(2)))
                        .take(-2));
        for (UnaryOperator<ReadArguments.Builder> way : ways.toList()) {
            ReadArguments things = way.apply(arguments().orderBy(by("Thing", "id", SortOrder.ASC)))
                    .build();
            ReadArguments ordered =
                    arguments().orderBy(by("Owner", "id", SortOrder.ASC)).build();
            ReadArguments tags =
                    arguments().orderBy(by("Tag", "id", SortOrder.ASC)).take(1).build();
            same(
                    gathersLimited() ? 1 : 3,
                    ordered,
                    all("Owner")
                            .relation(
                                    "things",
                                    things,
                                    thing -> thing.allScalars()
                                            .relation("tags", tags, MapReader::allScalars)
                                            .relation("owner"))
                            .selection());
        }
    }

    private void findUniqueAndFindFirstTakeOneStatementToo() {
        Selection<Map<String, @Nullable Object>> selection =
                all("Owner").relation("things").relation("profile").selection();
        ReadOptions join = new ReadOptions(LoadStrategy.JOIN, null);
        opened.counted();
        Map<String, @Nullable Object> unique = opened.engine.execute(
                new FindUnique<>(opened.model("Owner"), Unique.of(opened.field("Owner", "id"), 1), selection, join));
        assertThat(opened.counted()).isEqualTo(1);
        assertThat((List<?>) unique.get("things")).hasSize(3);
        Map<String, @Nullable Object> first = opened.engine.execute(new FindFirst<>(
                opened.model("Owner"),
                arguments().orderBy(by("Owner", "id", SortOrder.ASC)).skip(1).build(),
                selection,
                join));
        assertThat(opened.counted()).isEqualTo(1);
        assertThat(first).containsEntry("profile", null);
    }

    private void aPageOfDistinctRowsHasItsRelations() {
        same(
                1,
                arguments()
                        .orderBy(by("Thing", "id", SortOrder.ASC))
                        .distinct(List.of(opened.field("Thing", "int")))
                        .take(-3)
                        .build(),
                all("Thing")
                        .relation("owner")
                        .relation(
                                "tags",
                                arguments()
                                        .orderBy(by("Tag", "id", SortOrder.ASC))
                                        .build(),
                                MapReader::allScalars)
                        .selection());
    }

    private void rowsThatAreStreamedComeWithTheirs() {
        Selection<Map<String, @Nullable Object>> selection = all("Thing")
                .relation(
                        "tags",
                        arguments().orderBy(by("Tag", "id", SortOrder.ASC)).build(),
                        MapReader::allScalars)
                .selection();
        ReadArguments ordered =
                arguments().orderBy(by("Thing", "id", SortOrder.ASC)).build();
        opened.counted();
        try (Stream<Map<String, @Nullable Object>> rows = opened.engine.stream(
                new FindMany<>(opened.model("Thing"), ordered, selection, new ReadOptions(LoadStrategy.JOIN, null)))) {
            List<Map<String, @Nullable Object>> all = rows.toList();
            assertThat(all).hasSize(5);
            assertThat((List<?>) all.get(0).get("tags")).hasSize(2);
        }
        assertThat(opened.counted()).isEqualTo(1);
    }

    /** A statement per relation reads what the server would have cut off. */
    private void whatIsLargerThanTheServersLimitsIsReadAllTheSame() {
        if (opened.kind != DatabaseKind.MYSQL && opened.kind != DatabaseKind.MARIADB) {
            return;
        }
        opened.engine.transaction(TransactionOptions.DEFAULT, transaction -> {
            transaction.execute(new RawExecute(new RawSql.Text("SET SESSION group_concat_max_len = 64", List.of())));
            List<Map<String, @Nullable Object>> rows = transaction.execute(new FindMany<>(
                    opened.model("Owner"),
                    arguments().orderBy(by("Owner", "id", SortOrder.ASC)).build(),
                    all("Owner")
                            .relation(
                                    "things",
                                    ReadArguments.ALL,
                                    thing -> thing.allScalars().relation("owner"))
                            .selection(),
                    new ReadOptions(LoadStrategy.JOIN, null)));
            assertThat((List<?>) rows.get(0).get("things")).hasSize(3);
            transaction.execute(
                    new RawExecute(new RawSql.Text("SET SESSION group_concat_max_len = 1073741824", List.of())));
            return null;
        });
    }

    /** Longer than group_concat_max_len and the like are by default. */
    private void manyRelatedRowsAreNotCutOff() {
        opened.run("DELETE FROM \"Note\"");
        StringBuilder data = new StringBuilder();
        String text = "x".repeat(150);
        IntStream.range(0, 8000)
                .forEach(i -> data.append(i == 0 ? "" : ",")
                        .append("{'id':" + i + ",'text':'" + text + "','partOf':1,'partNo':0}"));
        opened.ask("createMany", "Note", "{'data':[" + data + "]}", "{'count':true}");
        same(
                1,
                arguments().orderBy(by("Part", "number", SortOrder.ASC)).build(),
                all("Part")
                        .relation(
                                "notes",
                                arguments()
                                        .orderBy(by("Note", "id", SortOrder.DESC))
                                        .build(),
                                MapReader::allScalars)
                        .selection());
    }
}
