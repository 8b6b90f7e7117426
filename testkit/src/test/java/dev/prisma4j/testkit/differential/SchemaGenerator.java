package dev.prisma4j.testkit.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Makes schemas with fields of every type and relations of every shape, the same ones for the same seed. */
final class SchemaGenerator {
    private static final List<String> TYPES =
            List.of("Int", "BigInt", "Float", "Decimal", "Boolean", "String", "DateTime", "Json", "Bytes", "Role");

    private final Random random;
    private final String provider;
    private boolean mapped;

    SchemaGenerator(long seed, String provider) {
        this.random = new Random(seed);
        this.provider = provider;
    }

    String schema() {
        Random shape = new Random(random.nextLong());
        mapped = shape.nextInt(3) == 0;
        String mode = shape.nextInt(5) == 0 ? "  relationMode = \"prisma\"\n" : "";
        StringBuilder text = new StringBuilder("datasource db {\n  provider = \"" + provider + "\"\n" + mode + "}\n\n");
        text.append("generator client {\n  provider = \"prisma-client\"\n  output = \"../generated\"\n}\n\n");
        text.append("enum Role {\n  USER\n  ADMIN @map(\"adm\")\n  GUEST\n}\n\n");
        boolean required = random.nextBoolean();
        boolean stringId = random.nextBoolean();
        String actions = List.of("", ", onDelete: Cascade", ", onDelete: SetNull", ", onDelete: Restrict")
                .get(required ? random.nextInt(2) : random.nextInt(4));
        // What is emulated has no NoAction.
        String none = mode.isEmpty() ? "NoAction" : "Restrict";
        model(
                text,
                "User",
                stringId ? "id String @id" : "id Int @id @default(autoincrement())",
                List.of(
                        "email String @unique",
                        "posts Post[]",
                        "profile Profile?",
                        "parent User? @relation(\"tree\", fields: [parentId], references: [id], onDelete: " + none
                                + ", onUpdate: " + none + ")",
                        "parentId " + (stringId ? "String?" : "Int?"),
                        "children User[] @relation(\"tree\")",
                        "friends User[] @relation(\"friends\")",
                        "friendOf User[] @relation(\"friends\")",
                        "seats Seat[]"));
        model(
                text,
                "Post",
                "id Int @id @default(autoincrement())",
                List.of(
                        "title String",
                        "author User" + (required ? "" : "?") + " @relation(fields: [authorId], references: [id]"
                                + actions + ")",
                        "authorId " + (stringId ? "String" : "Int") + (required ? "" : "?"),
                        "tags Tag[]",
                        "@@unique([title, authorId])"));
        model(
                text,
                "Profile",
                "id Int @id @default(autoincrement())",
                List.of(
                        "user User @relation(fields: [userId], references: [id], onDelete: Cascade)",
                        "userId " + (stringId ? "String" : "Int") + " @unique"));
        model(
                text,
                "Seat",
                "row Int",
                List.of(
                        "no Int",
                        "user User? @relation(fields: [userId], references: [id])",
                        "userId " + (stringId ? "String?" : "Int?"),
                        "desk Desk?",
                        "@@id([row, no])",
                        "@@unique([userId, row])"));
        model(
                text,
                "Desk",
                "id Int @id @default(autoincrement())",
                List.of(
                        "seat Seat? @relation(fields: [seatRow, seatNo], references: [row, no]" + actions + ")",
                        "seatRow Int?",
                        "seatNo Int?",
                        "@@unique([seatRow, seatNo])"));
        model(text, "Tag", "name String @id", List.of("posts Post[]"));
        return text.toString();
    }

    private void model(StringBuilder text, String name, String id, List<String> lines) {
        text.append("model ").append(name).append(" {\n  ").append(id).append('\n');
        List<String> types = new ArrayList<>(TYPES);
        java.util.Collections.shuffle(types, random);
        int count = 2 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            String type = types.get(i);
            boolean list = provider.equals("postgresql") && random.nextInt(5) == 0;
            text.append("  f").append(i).append(' ').append(type).append(list ? "[]" : "?");
            text.append(mapped ? " @map(\"" + name.toLowerCase(Locale.ROOT) + " f" + i + "\")\n" : "\n");
        }
        lines.forEach(line -> text.append("  ").append(line).append('\n'));
        if (mapped) {
            text.append("  @@map(\"the ").append(name).append("s\")\n");
        }
        text.append("}\n\n");
    }
}
