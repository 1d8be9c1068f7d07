package org.gongkai.opengov.disclosures;

import java.util.List;

/**
 * A field that only some kinds of document have (专有字段).
 *
 * @param key its name in the API and the signed content
 * @param type what may stand in it
 * @param mandatory whether a document cannot be sent for review without it
 * @param choices the words to choose from, for {@link Type#CHOICE}
 * @param internal a record of the agency's own procedure, which readers are not shown
 */
public record DocumentField(
        String key, Type type, boolean mandatory, List<String> choices, boolean internal) {

    /** What may stand in a field. */
    public enum Type {
        /** Free words, at most 500 characters. */
        TEXT,
        /** A legal day. */
        DATE,
        /** 发文字号. */
        DOCUMENT_NUMBER,
        /** One of the listed words. */
        CHOICE,
        /** Another document, by index number or title. */
        REFERENCE
    }

    static DocumentField text(String key) {
        return new DocumentField(key, Type.TEXT, false, List.of(), false);
    }

    static DocumentField date(String key) {
        return new DocumentField(key, Type.DATE, false, List.of(), false);
    }

    static DocumentField documentNumber() {
        return new DocumentField("documentNumber", Type.DOCUMENT_NUMBER, false, List.of(), false);
    }

    static DocumentField oneOf(String key, String... choices) {
        return new DocumentField(key, Type.CHOICE, false, List.of(choices), false);
    }

    static DocumentField reference(String key) {
        return new DocumentField(key, Type.REFERENCE, false, List.of(), false);
    }

    DocumentField required() {
        return new DocumentField(key, type, true, choices, internal);
    }

    /** The same field as a record of the agency's own procedure (内部程序). */
    DocumentField asInternal() {
        return new DocumentField(key, type, mandatory, choices, true);
    }
}
