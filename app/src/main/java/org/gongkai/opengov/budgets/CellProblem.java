package org.gongkai.opengov.budgets;

import java.util.Locale;

/**
 * Why a workbook is not taken (工作簿问题), at its cell.
 *
 * @param sheet empty where the workbook as a whole is meant
 * @param cell as spreadsheets name it
 * @param text what stands there, or what is missing
 */
public record CellProblem(String sheet, String cell, Kind kind, String text) {

    /** What is wrong. */
    public enum Kind {
        /** A table that has to be there is not. */
        MISSING_TABLE,
        /** Two sheets are the same table. */
        TABLE_TWICE,
        /** Nowhere says whether it is 元 or 万元. */
        NO_UNIT,
        /** No row of heads. */
        NO_HEADINGS,
        /** A column that has to be there is not. */
        MISSING_COLUMN,
        /** A column with figures that the table does not know. */
        UNKNOWN_COLUMN,
        /** Two columns are the same. */
        COLUMN_TWICE,
        /** Not an amount. */
        NOT_AN_AMOUNT,
        /** Less than a cent. */
        BELOW_A_CENT,
        /** A code that is not digits. */
        NOT_A_CODE,
        /** Two rows have the same code. */
        CODE_TWICE,
        /** An amount in a row without code and name. */
        NO_NAME;

        /** As messages and the API name it. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** With its sheet: {@code 支出总表!C5}. */
    public String place() {
        return sheet.isEmpty() ? "" : sheet + (cell.isEmpty() ? "" : "!" + cell);
    }
}
