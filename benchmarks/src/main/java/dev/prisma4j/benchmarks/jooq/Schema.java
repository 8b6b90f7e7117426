package dev.prisma4j.benchmarks.jooq;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.BOOLEAN;
import static org.jooq.impl.SQLDataType.CLOB;
import static org.jooq.impl.SQLDataType.DOUBLE;
import static org.jooq.impl.SQLDataType.INTEGER;

import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** The tables with typed columns, as jOOQ's code generator would declare them. */
final class Schema {
    static final Table<Record> USERS = table(name("users"));
    static final Field<Integer> USER_ID = field(name("users", "id"), INTEGER);
    static final Field<String> EMAIL = field(name("users", "email"), CLOB);
    static final Field<String> USERNAME = field(name("users", "username"), CLOB);
    static final Field<Integer> AGE = field(name("users", "age"), INTEGER);
    static final Field<Boolean> VERIFIED = field(name("users", "verified"), BOOLEAN);
    static final Field<String> COUNTRY = field(name("users", "country"), CLOB);
    static final Field<Double> SCORE = field(name("users", "score"), DOUBLE);

    static final Table<Record> POSTS = table(name("posts"));
    static final Field<Integer> POST_ID = field(name("posts", "id"), INTEGER);
    static final Field<String> TITLE = field(name("posts", "title"), CLOB);
    static final Field<String> BODY = field(name("posts", "body"), CLOB);
    static final Field<Boolean> PUBLISHED = field(name("posts", "published"), BOOLEAN);
    static final Field<Integer> VIEWS = field(name("posts", "views"), INTEGER);
    static final Field<Integer> AUTHOR_ID = field(name("posts", "author_id"), INTEGER);

    static final Table<Record> COMMENTS = table(name("comments"));
    static final Field<Integer> COMMENT_ID = field(name("comments", "id"), INTEGER);
    static final Field<String> TEXT = field(name("comments", "text"), CLOB);
    static final Field<Integer> COMMENT_POST = field(name("comments", "post_id"), INTEGER);

    static final Table<Record> TAGS = table(name("tags"));
    static final Field<Integer> TAG_ID = field(name("tags", "id"), INTEGER);
    static final Field<String> TAG_NAME = field(name("tags", "name"), CLOB);
    static final Table<Record> POST_TAG = table(name("_post_tag"));
    static final Field<Integer> TAGGED_POST = field(name("_post_tag", "A"), INTEGER);
    static final Field<Integer> TAG_OF_POST = field(name("_post_tag", "B"), INTEGER);

    static final Table<Record> WIDE = table(name("wide"));
    static final Field<Integer> WIDE_ID = field(name("wide", "id"), INTEGER);
    static final Field<String> S1 = field(name("wide", "s1"), CLOB);
    static final Field<Integer> I1 = field(name("wide", "i1"), INTEGER);

    static final Table<Record> CUSTOMERS = table(name("customers"));
    static final Field<Integer> CUSTOMER_ID = field(name("id"), INTEGER);
    static final Field<String> CUSTOMER_EMAIL = field(name("email"), CLOB);
    static final Field<String> CUSTOMER_NAME = field(name("name"), CLOB);
    static final Field<Integer> CUSTOMER_AGE = field(name("age"), INTEGER);
    static final Field<Integer> BALANCE = field(name("balance"), INTEGER);
    static final Field<Integer> OLD_BALANCE = field(name("customers", "balance"), INTEGER);

    static final Table<Record> PURCHASES = table(name("purchases"));
    static final Field<Integer> PURCHASE_ID = field(name("id"), INTEGER);
    static final Field<String> PRODUCT = field(name("product"), CLOB);
    static final Field<Integer> QUANTITY = field(name("quantity"), INTEGER);
    static final Field<Double> PRICE = field(name("price"), DOUBLE);
    static final Field<Integer> PURCHASE_CUSTOMER = field(name("customer_id"), INTEGER);

    static final Table<Record> EVENTS = table(name("events"));
    static final Field<Integer> EVENT_ID = field(name("id"), INTEGER);
    static final Field<String> KIND = field(name("kind"), CLOB);
    static final Field<Integer> AMOUNT = field(name("amount"), INTEGER);
    static final Field<String> PAYLOAD = field(name("payload"), CLOB);

    private Schema() {}
}
