package org.gongkai.platform.letters;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An official paper for download (公文): a plan, a notice or a normative document in one uniform
 * format.
 *
 * <p>GB/T 9704—2012; one download format for normative documents: 国办公开办函〔2019〕61号.
 */
public record OfficialPaper(Head head, String bodyHtml, List<String> attachments, Ending ending) {

    public OfficialPaper {
        attachments = List.copyOf(attachments);
    }

    /** How the head is set (公文格式). */
    public enum Form {
        /** 文件格式, clause 7. */
        DOCUMENT,
        /** 信函格式, clause 10.1. */
        LETTER
    }

    /**
     * The upper part (版头 and title).
     *
     * @param form how the red head is set; nothing where there is none
     * @param issuerMark the red mark (发文机关标志), e.g. 银川市生态环境局文件; null: a paper without red head
     * @param documentNumber the number (发文字号), e.g. 银环发〔2021〕12号
     * @param addressee to whom it is sent (主送机关), without colon
     */
    public record Head(
            Form form,
            @Nullable String issuerMark,
            @Nullable String documentNumber,
            String title,
            @Nullable String addressee) {

        /** In the form of a document. */
        public Head(
                @Nullable String issuerMark,
                @Nullable String documentNumber,
                String title,
                @Nullable String addressee) {
            this(Form.DOCUMENT, issuerMark, documentNumber, title, addressee);
        }

        /** In the form of a letter, with the name of the agency above. */
        public static Head letter(
                String agency, @Nullable String number, String title, @Nullable String addressee) {
            return new Head(Form.LETTER, agency, number, title, addressee);
        }

        /** Whether it is set as a letter. */
        boolean isLetter() {
            return form == Form.LETTER;
        }

        /** A paper without red head (e.g. a plan shown on the site). */
        public static Head plain(String title) {
            return new Head(null, null, title, null);
        }
    }

    /**
     * The lower part: who signed it when, what else is to be known.
     *
     * @param signatory the agency that signs (发文机关署名)
     * @param writtenOn the day it was made (成文日期)
     * @param note a note in brackets (附注), without brackets
     */
    public record Ending(
            @Nullable String signatory,
            @Nullable LocalDate writtenOn,
            @Nullable String note,
            @Nullable Imprint imprint) {

        /** Nothing below the body. */
        public static Ending none() {
            return new Ending(null, null, null, null);
        }
    }

    /** The imprint (版记) at the foot of the last page. */
    public record Imprint(List<String> copiesTo, String printedBy, LocalDate printedOn) {

        public Imprint {
            copiesTo = List.copyOf(copiesTo);
        }
    }
}
