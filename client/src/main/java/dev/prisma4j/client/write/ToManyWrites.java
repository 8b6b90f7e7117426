package dev.prisma4j.client.write;

import dev.prisma4j.client.model.ModelType;
import dev.prisma4j.engine.query.CreateData;
import dev.prisma4j.engine.query.NestedWrite;
import dev.prisma4j.engine.query.Unique;
import dev.prisma4j.schema.model.RelationField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Gathers writes of a list relation; creates and connects become one nested write with many rows each. */
abstract class ToManyWrites extends RelatedWrites {
    private final List<CreateData> created = new ArrayList<>(0);
    private final List<Unique> connected = new ArrayList<>(0);
    private final List<NestedWrite.ConnectOrCreate.Choice> choices = new ArrayList<>(0);

    ToManyWrites(RelationField relation, ModelType<?> target) {
        super(relation, target);
    }

    final void addCreated(CreateData row) {
        created.add(row);
    }

    final <C, D> void addCreatedMany(Consumer<CreateRows<C, D>> rows) {
        CreateRows<C, D> gathered = new CreateRows<>(target());
        rows.accept(gathered);
        if (gathered.relates()) {
            if (gathered.skipsDuplicates()) {
                throw CreateRows.cannotSkip(target());
            }
            created.addAll(gathered.rows());
        } else if (!gathered.rows().isEmpty()) {
            add(new NestedWrite.CreateManyRelated(relation, gathered.rows(), gathered.skipsDuplicates()));
        }
    }

    final void addConnected(Unique row) {
        connected.add(row);
    }

    final void addConnectedOrCreated(Unique row, CreateData data) {
        choices.add(new NestedWrite.ConnectOrCreate.Choice(row, data));
    }

    @Override
    List<NestedWrite> writes() {
        List<NestedWrite> all = new ArrayList<>();
        if (!created.isEmpty()) {
            all.add(new NestedWrite.CreateRelated(relation, created));
        }
        if (!connected.isEmpty()) {
            all.add(new NestedWrite.Connect(relation, connected));
        }
        if (!choices.isEmpty()) {
            all.add(new NestedWrite.ConnectOrCreate(relation, choices));
        }
        all.addAll(super.writes());
        return all;
    }
}
