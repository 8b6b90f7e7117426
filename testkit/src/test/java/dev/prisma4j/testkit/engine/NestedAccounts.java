// A nested write over three models.
package dev.prisma4j.testkit.engine;

import dev.prisma4j.engine.generic.MapReader;
import dev.prisma4j.engine.query.Create;
import dev.prisma4j.engine.query.CreateData;
import dev.prisma4j.engine.query.NestedWrite;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Of the models of {@link FaultTest}. */
final class NestedAccounts {
    private NestedAccounts() {}

    /** An account of that number, with an entry with a note. */
    static Create<Map<String, @Nullable Object>> create(OpenedSchema opened, int number) {
        CreateData note =
                CreateData.builder().set(opened.field("Note", "text"), "n").build();
        CreateData entry = CreateData.builder()
                .set(opened.field("Entry", "amount"), 1)
                .relation(new NestedWrite.CreateRelated(
                        opened.model("Entry").relationField("notes").orElseThrow(), List.of(note)))
                .build();
        return new Create<>(
                opened.model("Account"),
                CreateData.builder()
                        .set(opened.field("Account", "number"), number)
                        .relation(new NestedWrite.CreateRelated(
                                opened.model("Account").relationField("entries").orElseThrow(), List.of(entry)))
                        .build(),
                MapReader.scalars(opened.model("Account")));
    }
}
