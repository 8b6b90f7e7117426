package dev.prisma4j.engine.read;

import dev.prisma4j.engine.plan.ReadPlan;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A row whose columns the driver all reads as they are, so that nothing has to be asked about any of them. None is read
 * ahead.
 */
final class DirectRow extends ResultRow {
    DirectRow(ResultSet rows, ReadPlan plan) {
        super(rows, plan);
    }

    @Override
    public int getInt(int index) {
        try {
            int value = rows.getInt(index + 1);
            if (value == 0 && rows.wasNull()) {
                throw unexpectedNull(index);
            }
            return value;
        } catch (SQLException e) {
            throw new ReadFailure(e);
        }
    }

    @Override
    public long getLong(int index) {
        try {
            long value = rows.getLong(index + 1);
            if (value == 0 && rows.wasNull()) {
                throw unexpectedNull(index);
            }
            return value;
        } catch (SQLException e) {
            throw new ReadFailure(e);
        }
    }

    @Override
    public double getDouble(int index) {
        try {
            double value = rows.getDouble(index + 1);
            if (value == 0 && rows.wasNull()) {
                throw unexpectedNull(index);
            }
            return value;
        } catch (SQLException e) {
            throw new ReadFailure(e);
        }
    }

    @Override
    public boolean getBoolean(int index) {
        try {
            boolean value = rows.getBoolean(index + 1);
            if (!value && rows.wasNull()) {
                throw unexpectedNull(index);
            }
            return value;
        } catch (SQLException e) {
            throw new ReadFailure(e);
        }
    }

    @Override
    public String getString(int index) {
        return required(index, getStringOrNull(index));
    }

    @Override
    public @Nullable String getStringOrNull(int index) {
        try {
            return rows.getString(index + 1);
        } catch (SQLException e) {
            throw new ReadFailure(e);
        }
    }
}
