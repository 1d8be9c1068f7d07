package org.gongkai.platform.search.lucene;

/** The names of the fields in the index (索引字段). */
final class Names {
    static final String ID = "id";
    static final String TITLE = "title";
    static final String BODY = "body";

    /** Attachments and fields of the kind, divided by {@link Pairs#BREAK}. */
    static final String MORE = "more";

    static final String COLUMN = "column";
    static final String COLUMN_PATH = "columnPath";
    static final String KIND = "kind";
    static final String YEAR = "year";
    static final String SECTION = "section";
    static final String PUBLISHED = "published";
    static final String DOCUMENT_NUMBER = "documentNumber";
    static final String INDEX_NUMBER = "indexNumber";

    /** Each number bare and whole, for exact matches. */
    static final String NUMBER = "number";

    private Names() {}

    /** The words of a text. */
    static String words(String field) {
        return field + "Words";
    }

    /** The pairs of neighbouring characters of a text. */
    static String pairs(String field) {
        return field + "Pairs";
    }
}
