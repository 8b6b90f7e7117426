// Spares SQLite's driver from asking for the names of a result's columns each time a statement is run.
package dev.prisma4j.engine.jdbc;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The names of the columns of a kept statement's result. SQLite's driver asks the database for them with every result, a
 * call and a text for each column, which is a fifth of a small read; nobody here reads columns by name. It does not ask
 * where the names are there already when it makes the result, in a field that it shares with everybody.
 */
final class KnownColumns {
    /** That field of the driver's results; null where there is another driver, or another version of it. */
    private static final @Nullable VarHandle NAMES = field();

    private final ResultSet result;
    private final String[] names;

    private KnownColumns(ResultSet result, String[] names) {
        this.result = result;
        this.names = names;
    }

    private static @Nullable VarHandle field() {
        try {
            Class<?> type = Class.forName("org.sqlite.core.CoreResultSet");
            return MethodHandles.publicLookup().findVarHandle(type, "colsMeta", String[].class);
        } catch (ReflectiveOperationException | LinkageError e) {
            return null;
        }
    }

    /** The names of an open result's columns, if they can be told to its statement; else null. */
    static @Nullable KnownColumns of(ResultSet result) {
        VarHandle field = NAMES;
        if (field == null || !field.coordinateTypes().get(0).isInstance(result)) {
            return null;
        }
        String[] names = (String[]) field.get(result);
        return names == null ? null : new KnownColumns(result, names);
    }

    /** The next result of the same statement, which is the same object with this driver. */
    ResultSet run(PreparedStatement statement) throws SQLException {
        statement.execute();
        VarHandle field = NAMES;
        if (field != null) {
            field.set(result, names);
        }
        return statement.getResultSet();
    }
}
