package dev.prisma4j.testkit.migrate;

/** Defaults that PostgreSQL writes in its own way: casts within casts, expressions that are values, and values that are not. */
final class PostgresDefaultsSchema {
    static final String MODELS = """
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

    private PostgresDefaultsSchema() {}
}
