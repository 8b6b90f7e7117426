package dev.prisma4j.engine.softdelete;

import dev.prisma4j.engine.query.Condition;
import dev.prisma4j.engine.query.Create;
import dev.prisma4j.engine.query.CreateData;
import dev.prisma4j.engine.query.CreateMany;
import dev.prisma4j.engine.query.CreateManyAndReturn;
import dev.prisma4j.engine.query.Delete;
import dev.prisma4j.engine.query.DeleteMany;
import dev.prisma4j.engine.query.DeleteManyAndReturn;
import dev.prisma4j.engine.query.NestedWrite;
import dev.prisma4j.engine.query.Query;
import dev.prisma4j.engine.query.Unique;
import dev.prisma4j.engine.query.Update;
import dev.prisma4j.engine.query.UpdateData;
import dev.prisma4j.engine.query.UpdateEach;
import dev.prisma4j.engine.query.UpdateMany;
import dev.prisma4j.engine.query.UpdateManyAndReturn;
import dev.prisma4j.engine.query.Upsert;
import dev.prisma4j.schema.model.Model;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes that do not find soft-deleted rows: not to change, to delete or to connect them. */
final class HiddenWrites {
    private final SoftDeletes deletes;

    HiddenWrites(SoftDeletes deletes) {
        this.deletes = deletes;
    }

    Query<?> hide(Query<?> query) {
        if (query instanceof Create<?> create) {
            return create(create);
        } else if (query instanceof CreateManyAndReturn<?> many) {
            return createMany(many);
        } else if (query instanceof Update<?> update) {
            return update(update);
        } else if (query instanceof Upsert<?> upsert) {
            return upsert(upsert);
        } else if (query instanceof Delete<?> delete) {
            return delete(delete);
        } else if (query instanceof UpdateMany many) {
            return new UpdateMany(many.model(), where(many.model(), many.where()), data(many.data()), many.limit());
        } else if (query instanceof UpdateManyAndReturn<?> many) {
            return updateMany(many);
        } else if (query instanceof DeleteMany many) {
            return new DeleteMany(many.model(), where(many.model(), many.where()), many.limit());
        } else if (query instanceof DeleteManyAndReturn<?> many) {
            return deleteMany(many);
        } else if (query instanceof UpdateEach each) {
            return new UpdateEach(
                    each.model(),
                    each.changes().stream()
                            .map(change -> new UpdateEach.Change(
                                    deletes.unique(each.model(), change.where()), data(change.data())))
                            .toList());
        } else if (query instanceof CreateMany) {
            return query;
        }
        return query;
    }

    private @Nullable Condition where(Model model, @Nullable Condition where) {
        return deletes.conditions().among(model, where);
    }

    private <T extends @Nullable Object> Query<?> create(Create<T> create) {
        return new Create<>(create.model(), data(create.data()), deletes.selection(create.selection()));
    }

    private <T extends @Nullable Object> Query<?> createMany(CreateManyAndReturn<T> many) {
        return new CreateManyAndReturn<>(
                many.model(), many.rows(), many.skipDuplicates(), deletes.selection(many.selection()));
    }

    private <T extends @Nullable Object> Query<?> update(Update<T> update) {
        return new Update<>(
                update.model(),
                deletes.unique(update.model(), update.where()),
                data(update.data()),
                deletes.selection(update.selection()));
    }

    private <T extends @Nullable Object> Query<?> upsert(Upsert<T> upsert) {
        return new Upsert<>(
                upsert.model(),
                deletes.unique(upsert.model(), upsert.where()),
                data(upsert.create()),
                data(upsert.update()),
                deletes.selection(upsert.selection()));
    }

    private <T extends @Nullable Object> Query<?> delete(Delete<T> delete) {
        return new Delete<>(
                delete.model(), deletes.unique(delete.model(), delete.where()), deletes.selection(delete.selection()));
    }

    private <T extends @Nullable Object> Query<?> updateMany(UpdateManyAndReturn<T> many) {
        return new UpdateManyAndReturn<>(
                many.model(),
                where(many.model(), many.where()),
                data(many.data()),
                many.limit(),
                deletes.selection(many.selection()));
    }

    private <T extends @Nullable Object> Query<?> deleteMany(DeleteManyAndReturn<T> many) {
        return new DeleteManyAndReturn<>(
                many.model(), where(many.model(), many.where()), many.limit(), deletes.selection(many.selection()));
    }

    // ---- data

    private CreateData data(CreateData data) {
        return data.relations().isEmpty()
                ? data
                : new CreateData(data.fields(), data.values(), nested(data.relations()));
    }

    private UpdateData data(UpdateData data) {
        return data.relations().isEmpty() ? data : new UpdateData(data.fields(), nested(data.relations()));
    }

    private List<NestedWrite> nested(List<NestedWrite> writes) {
        List<NestedWrite> hidden = new ArrayList<>(writes.size());
        writes.forEach(write -> hidden.add(nested(write)));
        return hidden;
    }

    private List<Unique> uniques(Model model, List<Unique> uniques) {
        return uniques.stream().map(unique -> deletes.unique(model, unique)).toList();
    }

    /** The one dispatch over nested writes. */
    private NestedWrite nested(NestedWrite write) {
        Model model = write.relation().relatedModel();
        if (write instanceof NestedWrite.CreateRelated create) {
            return new NestedWrite.CreateRelated(
                    create.relation(), create.rows().stream().map(this::data).toList());
        } else if (write instanceof NestedWrite.Connect connect) {
            return new NestedWrite.Connect(connect.relation(), uniques(model, connect.targets()));
        } else if (write instanceof NestedWrite.ConnectOrCreate either) {
            return new NestedWrite.ConnectOrCreate(
                    either.relation(),
                    either.choices().stream()
                            .map(choice -> new NestedWrite.ConnectOrCreate.Choice(
                                    deletes.unique(model, choice.where()), data(choice.create())))
                            .toList());
        } else if (write instanceof NestedWrite.Disconnect disconnect) {
            return new NestedWrite.Disconnect(disconnect.relation(), uniques(model, disconnect.targets()));
        } else if (write instanceof NestedWrite.DisconnectOne one) {
            Condition where = one.where();
            return where == null ? one : new NestedWrite.DisconnectOne(one.relation(), where(model, where));
        } else if (write instanceof NestedWrite.SetRelated set) {
            return new NestedWrite.SetRelated(set.relation(), uniques(model, set.targets()));
        }
        return changing(write, model);
    }

    private NestedWrite changing(NestedWrite write, Model model) {
        if (write instanceof NestedWrite.UpdateRelated update) {
            return new NestedWrite.UpdateRelated(
                    update.relation(),
                    update.changes().stream()
                            .map(change -> new NestedWrite.UpdateRelated.Change(
                                    deletes.unique(model, change.where()), data(change.data())))
                            .toList());
        } else if (write instanceof NestedWrite.UpdateOne update) {
            return new NestedWrite.UpdateOne(update.relation(), where(model, update.where()), data(update.data()));
        } else if (write instanceof NestedWrite.UpdateManyRelated many) {
            return new NestedWrite.UpdateManyRelated(
                    many.relation(),
                    many.changes().stream()
                            .map(change -> new NestedWrite.UpdateManyRelated.Change(
                                    where(model, change.where()), change.data()))
                            .toList());
        } else if (write instanceof NestedWrite.UpsertRelated upsert) {
            return new NestedWrite.UpsertRelated(
                    upsert.relation(),
                    upsert.choices().stream()
                            .map(choice -> new NestedWrite.UpsertRelated.Choice(
                                    deletes.unique(model, choice.where()),
                                    data(choice.create()),
                                    data(choice.update())))
                            .toList());
        } else if (write instanceof NestedWrite.UpsertOne upsert) {
            return new NestedWrite.UpsertOne(
                    upsert.relation(), where(model, upsert.where()), data(upsert.create()), data(upsert.update()));
        } else if (write instanceof NestedWrite.DeleteRelated delete) {
            return new NestedWrite.DeleteRelated(delete.relation(), uniques(model, delete.targets()));
        } else if (write instanceof NestedWrite.DeleteOne delete) {
            return new NestedWrite.DeleteOne(delete.relation(), where(model, delete.where()));
        } else if (write instanceof NestedWrite.DeleteManyRelated many) {
            List<Condition> conditions = new ArrayList<>();
            for (Condition condition : many.conditions()) {
                Condition hidden = where(model, condition);
                conditions.add(hidden == null ? condition : hidden);
            }
            return new NestedWrite.DeleteManyRelated(many.relation(), conditions);
        }
        return write;
    }
}
