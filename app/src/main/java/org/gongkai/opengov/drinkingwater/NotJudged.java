package org.gongkai.opengov.drinkingwater;

/** Why an item was not held against a limit (未评价原因). */
public enum NotJudged {
    /** Nothing was monitored. */
    NOT_MONITORED,
    /** The standard has no limit for it: water temperature. */
    NO_LIMIT,
    /** The limit is for another kind of water: total nitrogen of rivers. */
    OTHER_WATER,
    /** Shown, and not among the 21 items that water is judged by (环办〔2011〕22号). */
    FOR_REFERENCE,
    /** The limit is for sources of drinking water (GB 3838-2002, tables 2 and 3). */
    ONLY_FOR_DRINKING,
    /** The method does not see as little as the limit (检出限高于限值). */
    DETECTION_LIMIT,
    /** A word where a number is wanted, or the other way round. */
    NOT_COMPARABLE
}
