package org.gongkai.opengov.drinkingwater;

/**
 * Why something in a laboratory's sheet is not taken (数据表问题), at its cell.
 *
 * @param cell as spreadsheets name it, e.g. {@code C5}
 * @param kind what is wrong
 * @param text what stands there
 */
public record SheetProblem(String cell, Kind kind, String text) {

    /** What is wrong. */
    public enum Kind {
        /** Nowhere a row of headings that names places and items. */
        NO_HEADINGS,
        /** A column that is neither known nor known to be of no matter. */
        UNKNOWN_COLUMN,
        /** A place that the agency has not. */
        UNKNOWN_PLACE,
        /** No place where one is wanted. */
        NO_PLACE,
        /** The standard of this place has no such item. */
        UNKNOWN_ITEM,
        /** A number without a unit may be wrong by a thousand. */
        NO_UNIT,
        /** A unit that the limit's is not converted into. */
        UNKNOWN_UNIT,
        /** No month, neither in the row nor above the table. */
        NO_MONTH,
        /** Not a month. */
        UNKNOWN_MONTH,
        /** Not a reading. */
        UNKNOWN_VALUE,
        /** The same item of the same place and month a second time. */
        TWICE
    }
}
