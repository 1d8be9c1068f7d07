package org.gongkai.opengov.requests;

import java.time.LocalDate;

/**
 * How long what is kept (保管期限), in years after the answer or the end.
 *
 * <p>Our reading, ADR 0198, 0207: who asks is needed as long as somebody can still sue, which ends
 * five years after the answer (行政诉讼法 art. 46), and so are third parties and who claims; the file is
 * kept for ten (机关文件材料归档范围和文书档案保管期限规定). The agency may set others.
 *
 * @param identityYears after so many years identity, contact and mandate are erased
 * @param fileYears after so many years the file comes up for appraisal (鉴定)
 * @param partyYears after so many years the names of third parties are covered
 * @param claimYears after so many years who claims is erased
 */
public record RetentionTerms(int identityYears, int fileYears, int partyYears, int claimYears) {
    static final RetentionTerms USUAL = new RetentionTerms(5, 10, 5, 5);

    /** What ended by this day, may lose these people today. */
    LocalDate until(ErasureKind kind, LocalDate today) {
        return today.minusYears(
                switch (kind) {
                    case APPLICANTS -> identityYears;
                    case PARTIES -> partyYears;
                    case CLAIMANTS -> claimYears;
                });
    }

    /** What was answered by this day, comes up for appraisal today. */
    LocalDate fileUntil(LocalDate today) {
        return today.minusYears(fileYears);
    }
}
