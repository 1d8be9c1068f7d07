package org.gongkai.platform.search.lucene;

import org.gongkai.platform.search.text.Sought;

/** The names of the fields in the index (索引字段). */
final class Names {
    static final String ID = "id";
    static final String TITLE = "title";
    static final String BODY = "body";

    /** Attachments and fields of the kind, divided by {@link Pairs#BREAK}. */
    static final String MORE = "more";

    static final String FIELDS = "fields";
    static final String ATTACHMENTS = "attachments";

    static final String COLUMN = "column";
    static final String COLUMN_PATH = "columnPath";
    static final String KIND = "kind";
    static final String YEAR = "year";
    static final String SECTION = "section";

    /** Number of the item of 条例 art. 20. */
    static final String ITEM = "item";

    /** The dates of a normative document as one text, for counting. */
    static final String FORCE = "force";

    /** Each of them in days since 1970, for filtering. */
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
    static final String FEATURES = "features";

    /** How many months after the beginning of 2000 it was published, among the features. */
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
