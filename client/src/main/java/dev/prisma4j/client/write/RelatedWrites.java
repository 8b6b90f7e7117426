package dev.prisma4j.client.write;

import dev.prisma4j.client.expression.Condition;
import dev.prisma4j.client.model.ModelType;
import dev.prisma4j.client.model.Path;
import dev.prisma4j.client.query.Key;
import dev.prisma4j.engine.query.CreateData;
import dev.prisma4j.engine.query.NestedWrite;
import dev.prisma4j.engine.query.Unique;
import dev.prisma4j.engine.query.UpdateData;
import dev.prisma4j.schema.model.RelationField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the builders of nested writes share: they gather the writes of one relation, in the order of the calls. */
abstract class RelatedWrites {
    final RelationField relation;
    private final ModelType<?> target;
    private final List<NestedWrite> writes = new ArrayList<>(0);
    private @Nullable CreateData last;

    RelatedWrites(RelationField relation, ModelType<?> target) {
        this.relation = relation;
        this.target = target;
    }

    List<NestedWrite> writes() {
        return writes;
    }

    final void add(NestedWrite write) {
        writes.add(write);
    }

    @SuppressWarnings("unchecked")
    final <C, D> CreateData created(Function<C, D> row) {
        CreateData data = CreateInput.dataOf(row.apply((C) target.create()), last);
        last = data;
        return data;
    }

    @SuppressWarnings("unchecked")
    final <U> Unique unique(Function<U, ? extends Key<?, ?>> key) {
        return key.apply((U) target.unique()).engine();
    }

    @SuppressWarnings("unchecked")
    final <D> UpdateData updated(Consumer<D> changes) {
        D input = (D) target.update();
        changes.accept(input);
        return UpdateInput.dataOf(input);
    }

    @SuppressWarnings("unchecked")
    final <D> UpdateData updatedMany(Consumer<D> changes) {
        D input = (D) target.updateMany();
        changes.accept(input);
        return UpdateInput.dataOf(input);
    }

    @SuppressWarnings("unchecked")
    final <F, N> dev.prisma4j.engine.query.Condition condition(Function<F, Condition<N>> where) {
        return where.apply((F) target.fields(Path.ROOT)).engine();
    }

    final ModelType<?> target() {
        return target;
    }
}
