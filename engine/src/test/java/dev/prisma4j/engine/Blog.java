package dev.prisma4j.engine;

import dev.prisma4j.schema.model.Arity;
import dev.prisma4j.schema.model.Datasource;
import dev.prisma4j.schema.model.FieldType;
import dev.prisma4j.schema.model.Index;
import dev.prisma4j.schema.model.IndexField;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.PrimaryKey;
import dev.prisma4j.schema.model.Provider;
import dev.prisma4j.schema.model.ReferentialAction;
import dev.prisma4j.schema.model.Relation;
import dev.prisma4j.schema.model.RelationField;
import dev.prisma4j.schema.model.RelationMode;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.ScalarType;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.schema.model.SchemaBuilder;
import java.util.List;

/** The schema of the engine's own tests: users with a profile and posts, posts with tags, users following users. */
final class Blog {
    /** The tables on SQLite. */
    static final List<String> TABLES = List.of(
            "CREATE TABLE \"User\" (\"id\" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, \"email\" TEXT NOT NULL, \"name\""
                    + " TEXT, \"age\" INTEGER, \"big\" BIGINT, \"score\" REAL, \"balance\" DECIMAL, \"active\" BOOLEAN NOT"
                    + " NULL DEFAULT true, \"meta\" JSONB, \"avatar\" BLOB, \"at\" DATETIME NOT NULL DEFAULT"
                    + " CURRENT_TIMESTAMP)",
            "CREATE UNIQUE INDEX \"User_email_key\" ON \"User\"(\"email\")",
            "CREATE TABLE \"Profile\" (\"id\" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, \"bio\" TEXT, \"userId\" INTEGER NOT"
                    + " NULL UNIQUE REFERENCES \"User\"(\"id\"))",
            "CREATE TABLE \"posts\" (\"id\" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, \"title\" TEXT NOT NULL, \"view_count\""
                    + " INTEGER NOT NULL DEFAULT 0, \"published\" BOOLEAN NOT NULL DEFAULT false, \"author_id\" INTEGER"
                    + " REFERENCES \"User\"(\"id\"))",
            "CREATE TABLE \"Tag\" (\"id\" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, \"name\" TEXT NOT NULL UNIQUE)",
            "CREATE TABLE \"_PostToTag\" (\"A\" INTEGER NOT NULL REFERENCES \"posts\"(\"id\"), \"B\" INTEGER NOT NULL REFERENCES"
                    + " \"Tag\"(\"id\"))",
            "CREATE UNIQUE INDEX \"_PostToTag_AB_unique\" ON \"_PostToTag\"(\"A\", \"B\")");

    final Schema schema;
    final Model user;
    final Model profile;
    final Model post;
    final Model tag;

    Blog() {
        SchemaBuilder builder = new SchemaBuilder();
        builder.datasource(new Datasource(
                "db",
                Provider.SQLITE,
                null,
                null,
                null,
                RelationMode.FOREIGN_KEYS,
                List.of(),
                List.of(),
                null,
                "schema.prisma"));
        user = builder.addModel("User", null, null, false, false, null, "schema.prisma");
        profile = builder.addModel("Profile", null, null, false, false, null, "schema.prisma");
        post = builder.addModel("Post", "posts", null, false, false, null, "schema.prisma");
        tag = builder.addModel("Tag", null, null, false, false, null, "schema.prisma");

        ScalarField userKey = id(builder, user);
        ScalarField email = scalar(builder, user, "email", ScalarType.STRING, Arity.REQUIRED, null);
        unique(builder, user, email);
        scalar(builder, user, "name", ScalarType.STRING, Arity.OPTIONAL, null);
        scalar(builder, user, "age", ScalarType.INT, Arity.OPTIONAL, null);
        scalar(builder, user, "big", ScalarType.BIG_INT, Arity.OPTIONAL, null);
        scalar(builder, user, "score", ScalarType.FLOAT, Arity.OPTIONAL, null);
        scalar(builder, user, "balance", ScalarType.DECIMAL, Arity.OPTIONAL, null);
        scalar(builder, user, "active", ScalarType.BOOLEAN, Arity.REQUIRED, null);
        scalar(builder, user, "meta", ScalarType.JSON, Arity.OPTIONAL, null);
        scalar(builder, user, "avatar", ScalarType.BYTES, Arity.OPTIONAL, null);
        scalar(builder, user, "at", ScalarType.DATE_TIME, Arity.REQUIRED, null);
        RelationField posts = builder.addRelationField(user, "posts", Arity.LIST, false, null);
        RelationField profileOf = builder.addRelationField(user, "profile", Arity.OPTIONAL, false, null);

        id(builder, profile);
        scalar(builder, profile, "bio", ScalarType.STRING, Arity.OPTIONAL, null);
        ScalarField userId = scalar(builder, profile, "userId", ScalarType.INT, Arity.REQUIRED, null);
        unique(builder, profile, userId);
        RelationField owner = builder.addRelationField(profile, "user", Arity.REQUIRED, false, null);
        relation(builder, "ProfileToUser", owner, profileOf, userId, userKey);

        id(builder, post);
        scalar(builder, post, "title", ScalarType.STRING, Arity.REQUIRED, null);
        scalar(builder, post, "views", ScalarType.INT, Arity.REQUIRED, "view_count");
        scalar(builder, post, "published", ScalarType.BOOLEAN, Arity.REQUIRED, null);
        ScalarField authorId = scalar(builder, post, "authorId", ScalarType.INT, Arity.OPTIONAL, "author_id");
        index(builder, post, authorId);
        RelationField author = builder.addRelationField(post, "author", Arity.OPTIONAL, false, null);
        relation(builder, "PostToUser", author, posts, authorId, userKey);
        RelationField tags = builder.addRelationField(post, "tags", Arity.LIST, false, null);

        id(builder, tag);
        unique(builder, tag, scalar(builder, tag, "name", ScalarType.STRING, Arity.REQUIRED, null));
        RelationField tagged = builder.addRelationField(tag, "posts", Arity.LIST, false, null);
        builder.addRelation("PostToTag", false, tags, tagged, null);
        schema = builder.build();
    }

    private static ScalarField id(SchemaBuilder builder, Model model) {
        ScalarField id = scalar(builder, model, "id", ScalarType.INT, Arity.REQUIRED, null);
        builder.primaryKey(
                model,
                new PrimaryKey(
                        null, List.of(new IndexField(List.of(id), null, null, null, false)), null, null, null, true));
        return id;
    }

    private static ScalarField scalar(
            SchemaBuilder builder, Model model, String name, FieldType type, Arity arity, String column) {
        return builder.addScalarField(model, name, type, arity, false, column, null, null, false, null);
    }

    private static void unique(SchemaBuilder builder, Model model, ScalarField field) {
        index(builder, model, field, Index.Kind.UNIQUE, "_key");
    }

    private static void index(SchemaBuilder builder, Model model, ScalarField field) {
        index(builder, model, field, Index.Kind.NORMAL, "_idx");
    }

    private static void index(SchemaBuilder builder, Model model, ScalarField field, Index.Kind kind, String ending) {
        builder.addIndex(
                model,
                new Index(
                        kind,
                        null,
                        List.of(new IndexField(List.of(field), null, null, null, false)),
                        model.name() + "_" + field.name() + ending,
                        null,
                        null,
                        null,
                        null,
                        kind == Index.Kind.UNIQUE));
    }

    private static void relation(
            SchemaBuilder builder,
            String name,
            RelationField holder,
            RelationField other,
            ScalarField key,
            ScalarField target) {
        builder.addRelation(
                name,
                false,
                holder,
                other,
                new Relation.ForeignKey(
                        holder,
                        List.of(key),
                        List.of(target),
                        ReferentialAction.RESTRICT,
                        ReferentialAction.CASCADE,
                        null,
                        null,
                        name,
                        null));
    }

    static ScalarField field(Model model, String name) {
        return model.scalarField(name).orElseThrow();
    }

    static RelationField relation(Model model, String name) {
        return model.relationField(name).orElseThrow();
    }
}
