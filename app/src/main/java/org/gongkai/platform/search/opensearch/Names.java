package org.gongkai.platform.search.opensearch;

import org.gongkai.platform.search.text.Sought;

/** The names of the fields on the server (索引字段), as in {@code search/opensearch-index.json}. */
final class Names {
    static final String ID = "id";
    static final String TITLE = "title";
    static final String BODY = "body";

    /** Attachments and fields of the kind. */
    static final String MORE = "more";

    static final String FIELDS = "fields";
    static final String ATTACHMENTS = "attachments";

    /** Keys from the root column down. */
    static final String COLUMN = "column";

    static final String COLUMN_KEY = "columnKey";
    static final String KIND = "kind";
    static final String YEAR = "year";
    static final String SECTION = "section";

    /** Number of the item of 条例 art. 20. */
    static final String ITEM = "item";

    /** The dates of a normative document, in days since 1970, for filtering. */
    static final String EFFECTIVE_ON = "effectiveOn";

    static final String EXPIRES_ON = "expiresOn";
    static final String REPEALED_ON = "repealedOn";
    static final String PUBLISHED = "published";
    static final String DOCUMENT_NUMBER = "documentNumber";
    static final String INDEX_NUMBER = "indexNumber";

    /** Each number bare, and its ends. */
    static final String NUMBER = "number";

    /** Years, quarters and months of the title. */
    static final String PERIOD = "period";

    /** The syllables of the title, in order. */
    static final String SYLLABLES = "titleSyllables";

    static final String INITIALS = "initials";

    /** How many months after the beginning of 2000 it was published. */
    static final String MONTHS = "months";

    private Names() {}

    static String of(Sought.Place place) {
        return switch (place) {
            case TITLE -> TITLE;
            case BODY -> BODY;
            case MORE -> MORE;
            case NUMBER -> NUMBER;
            case INITIALS -> INITIALS;
        };
    }

    static String of(Sought.Mark mark) {
        return switch (mark) {
            case NUMBER -> NUMBER;
            case PERIOD -> PERIOD;
            case YEAR -> YEAR;
        };
    }

    /** The words of a text. */
    static String words(String field) {
        return field + "Words";
    }

    /** The pairs of neighbouring characters of a text. */
    static String pairs(String field) {
        return field + "Pairs";
    }
}
