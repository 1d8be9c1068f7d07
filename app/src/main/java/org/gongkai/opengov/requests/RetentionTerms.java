package org.gongkai.opengov.requests;

import java.time.LocalDate;

/**
 * How long what is kept (保管期限), in years after the answer.
 *
 * <p>Our reading, ADR 0198: who asks is needed as long as somebody can still sue, which ends five
 * years after the answer (行政诉讼法 art. 46); the file is kept for ten (机关文件材料归档范围和文书档案保管期限规定). The
 * agency may set others.
 *
 * @param identityYears after so many years identity, contact and mandate are erased
 * @param fileYears after so many years the file comes up for appraisal (鉴定)
 */
public record RetentionTerms(int identityYears, int fileYears) {
    static final RetentionTerms USUAL = new RetentionTerms(5, 10);

    /** What was answered by this day, may lose who asked today. */
    LocalDate identityUntil(LocalDate today) {
        return today.minusYears(identityYears);
    }

    /** What was answered by this day, comes up for appraisal today. */
    LocalDate fileUntil(LocalDate today) {
        return today.minusYears(fileYears);
    }
}
