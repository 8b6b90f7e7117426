package dev.prisma4j.migrate.danger;

import dev.prisma4j.migrate.table.Column;
import dev.prisma4j.migrate.table.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sentences about dangers, as Prisma writes them: with numbers where they are known, else with conditions. */
final class DangerMessages {
    private final DangerRules rules;

    DangerMessages(DangerRules rules) {
        this.rules = rules;
    }

    private static String name(Table table) {
        return table.name().name();
    }

    String tableDropped(Table table, @Nullable Long rows) {
        return "You are about to drop the `" + name(table) + "` table"
                + (rows == null
                        ? ". If the table is not empty, all the data it contains will be lost."
                        : ", which is not empty (" + rows + " rows).");
    }

    String columnDropped(Table table, Column column, @Nullable Long values) {
        return "You are about to drop the column `" + column.name() + "` on the `" + name(table) + "` table"
                + (values == null
                        ? ". All the data in the column will be lost."
                        : ", which still contains " + values + " non-null values.");
    }

    String riskyCast(Table table, Column from, Column to, @Nullable Long values) {
        return "You are about to alter the column `" + from.name() + "` on the `" + name(table) + "` table"
                + (values == null
                        ? ". The data in that column could be lost."
                        : ", which contains " + values + " non-null values.")
                + " The data in that column will be cast from `" + rules.typeName(from) + "` to `"
                + rules.typeName(to) + "`.";
    }

    String columnRecreated(Table table, Column column, @Nullable Long values) {
        return "The `" + column.name() + "` column on the `" + name(table)
                + "` table would be dropped and recreated. This will lead to data loss"
                + (values == null ? " if there is data in the column." : ".");
    }

    String primaryKeyChanged(Table table) {
        return "The primary key for the `" + name(table)
                + "` table will be changed. If it partially fails, the table could be left without primary key constraint.";
    }

    String uniqueAdded(Table table, List<String> columns) {
        return "A unique constraint covering the columns `[" + String.join(",", columns) + "]` on the table `"
                + name(table) + "` will be added. If there are existing duplicate values, this will fail.";
    }

    String enumValuesRemoved(String enumName, List<String> values) {
        return "The values [" + String.join(",", values) + "] on the enum `" + enumName
                + "` will be removed. If these variants are still used in the database, this will fail.";
    }

    String requiredAdded(Table table, Column column, @Nullable Long rows) {
        return "Added the required column `" + column.name() + "` to the `" + name(table)
                + "` table without a default value. "
                + (rows == null
                        ? "This is not possible if the table is not empty."
                        : "There are " + rows + " rows in this table, it is not possible to execute this step.");
    }

    String requiredAddedWithClientDefault(Table table, Column column, @Nullable Long rows) {
        return "The required column `" + column.name() + "` was added to the `" + name(table)
                + "` table with a prisma-level default value. "
                + (rows == null
                        ? "This is not possible if the table is not empty."
                        : "There are " + rows + " rows in this table, it is not possible to execute this step.")
                + " Please add this column as optional, then populate it before making it required.";
    }

    String madeRequired(Table table, Column column, @Nullable Long nulls) {
        return "Made the column `" + column.name() + "` on table `" + name(table) + "` required"
                + (nulls == null
                        ? ". This step will fail if there are existing NULL values in that column."
                        : ", but there are " + nulls + " existing NULL values.");
    }

    String scalarMadeList(Table table, Column column, @Nullable Long values) {
        return "Changed the column `" + column.name() + "` on the `" + name(table)
                + "` table from a scalar field to a list field. "
                + (values == null
                        ? "If there are non-null values in that column, this step will fail."
                        : "There are " + values
                                + " existing non-null values in that column, this step cannot be executed.");
    }

    String requiredRecreated(Table table, Column column, @Nullable Long rows) {
        return "Changed the type of `" + column.name() + "` on the `" + name(table)
                + "` table. No cast exists, the column would be dropped and recreated, which cannot be done "
                + (rows == null
                        ? "if there is data, since the column is required."
                        : "since the column is required and there is data in the table.");
    }
}
