package org.gongkai.opengov.drinkingwater.reports;

import java.util.Locale;

/**
 * A place of a report that does not agree with its figures (不一致之处).
 *
 * @param place in the words that a clerk knows
 * @param found what stands there; empty if nothing does
 * @param wanted what the figures say; empty if nothing is to stand there
 */
public record Disagreement(Rule rule, String place, String found, String wanted) {

    /** What disagrees; the self-check of environment facts 4.4 [D]. */
    public enum Rule {
        /** The title is another. */
        TITLE,
        /** A month that is not that of the report, in title, text or dates. */
        MONTH,
        /** A multiple that its own value and limit do not give. */
        MULTIPLE,
        /** 达标 of a source with an item over its limit, or the other way round; items left out. */
        STANDING,
        /** The number of items is not that of the list. */
        ITEMS,
        /** "The rest" are not exactly the items that were judged and are not over. */
        REST,
        /** What is over by nature alone is told of another item, or not at all. */
        BACKGROUND,
        /** A cell of the annex. */
        TABLE,
        /** Something of the report is not there. */
        MISSING,
        /** Something is there that neither the figures nor the words of the report have. */
        ADDED,
        /** A sentence says something else. */
        TEXT,
        /** A file that says the same was taken out or changed. */
        FILES,
        /** A source of which nobody has said anything. */
        UNEXPLAINED;

        /** As in the API. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
