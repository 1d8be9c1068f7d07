package org.gongkai.opengov.drinkingwater;

/** How sure we are of a limit (核对情况). */
public enum Certainty {
    /** Read off the printed standard. */
    CHECKED,
    /** Out of one data file that agrees with memory; the printed text was not seen. */
    NOT_SEEN_IN_PRINT,
    /**
     * Out of memory alone [M]: an older edition, which an agency compares before it takes it over.
     */
    FROM_MEMORY
}
