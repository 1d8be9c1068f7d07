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

    /**
     * The upper part (版头 and title).
     *
     * @param issuerMark the red mark (发文机关标志), e.g. 银川市生态环境局文件; null: a paper without red head
     * @param documentNumber the number (发文字号), e.g. 银环发〔2021〕12号
     * @param addressee to whom it is sent (主送机关), without colon
     */
    public record Head(
            @Nullable String issuerMark,
            @Nullable String documentNumber,
            String title,
            @Nullable String addressee) {

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
