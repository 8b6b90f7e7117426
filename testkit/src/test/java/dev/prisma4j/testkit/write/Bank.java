// A schema of accounts and transfers, for tests of what happens at the same time and halfway.
package dev.prisma4j.testkit.write;

import dev.prisma4j.engine.QueryExecutor;
import dev.prisma4j.engine.generic.MapReader;
import dev.prisma4j.engine.query.Create;
import dev.prisma4j.engine.query.CreateData;
import dev.prisma4j.engine.query.CreateMany;
import dev.prisma4j.engine.query.FieldUpdate;
import dev.prisma4j.engine.query.FindMany;
import dev.prisma4j.engine.query.NestedWrite;
import dev.prisma4j.engine.query.ReadArguments;
import dev.prisma4j.engine.query.ReadOptions;
import dev.prisma4j.engine.query.Selection;
import dev.prisma4j.engine.query.Unique;
import dev.prisma4j.engine.query.Update;
import dev.prisma4j.engine.query.UpdateData;
import dev.prisma4j.schema.SchemaCompiler;
import dev.prisma4j.schema.model.Model;
import dev.prisma4j.schema.model.Provider;
import dev.prisma4j.schema.model.ScalarField;
import dev.prisma4j.schema.model.Schema;
import dev.prisma4j.schema.source.SourceFile;
import java.util.List;
import java.util.stream.IntStream;

final class Bank {
    final Schema schema;
    private final Model account;
    private final Model entry;
    private final ScalarField id;
    private final ScalarField balance;

    Bank(Provider provider) {
        schema = SchemaCompiler.compile(List.of(SourceFile.of("schema.prisma", """
                datasource db {
                  provider = "%s"
                }
                model Account {
                  id      Int     @id @default(autoincrement())
                  balance Int
                  entries Entry[]
                }
                model Entry {
                  id        Int     @id @default(autoincrement())
                  amount    Int
                  accountId Int
                  account   Account @relation(fields: [accountId], references: [id])
                }
                """.formatted(provider.text()))))
                .orThrow();
        account = schema.model("Account").orElseThrow();
        entry = schema.model("Entry").orElseThrow();
        id = account.scalarField("id").orElseThrow();
        balance = account.scalarField("balance").orElseThrow();
    }

    void open(QueryExecutor executor, int accounts, int each) {
        CreateData row = CreateData.builder().set(balance, each).build();
        executor.execute(new CreateMany(
                account, IntStream.range(0, accounts).mapToObj(i -> row).toList(), false));
    }

    /** Adds to an account, and notes it. Fails if the account would be overdrawn. */
    void book(QueryExecutor executor, int accountId, int amount) {
        CreateData note = CreateData.builder()
                .set(entry.scalarField("amount").orElseThrow(), amount)
                .build();
        int now = executor.execute(new Update<>(
                account,
                Unique.of(id, accountId),
                new UpdateData(
                        List.of(new FieldUpdate(balance, FieldUpdate.Operation.INCREMENT, amount)),
                        List.of(new NestedWrite.CreateRelated(
                                account.relationField("entries").orElseThrow(), List.of(note)))),
                Selection.of(account, List.of(balance), r -> r.getInt(0))));
        if (now < 0) {
            throw new IllegalStateException("overdrawn");
        }
    }

    /** An account with entries, all in one nested write. */
    void openWithEntries(QueryExecutor executor, int entries) {
        CreateData note = CreateData.builder()
                .set(entry.scalarField("amount").orElseThrow(), 1)
                .build();
        executor.execute(new Create<>(
                account,
                CreateData.builder()
                        .set(balance, entries)
                        .relation(new NestedWrite.CreateRelated(
                                account.relationField("entries").orElseThrow(),
                                IntStream.range(0, entries).mapToObj(i -> note).toList()))
                        .build(),
                MapReader.scalars(account)));
    }

    int total(QueryExecutor executor) {
        return sum(executor, account, "balance");
    }

    int booked(QueryExecutor executor) {
        return sum(executor, entry, "amount");
    }

    int accounts(QueryExecutor executor) {
        return all(executor, account, "id").size();
    }

    private static int sum(QueryExecutor executor, Model model, String field) {
        return all(executor, model, field).stream().mapToInt(n -> n).sum();
    }

    private static List<Integer> all(QueryExecutor executor, Model model, String field) {
        return executor.execute(new FindMany<Integer>(
                model,
                ReadArguments.ALL,
                Selection.of(model, List.of(model.scalarField(field).orElseThrow()), row -> row.getInt(0)),
                ReadOptions.DEFAULT));
    }
}
