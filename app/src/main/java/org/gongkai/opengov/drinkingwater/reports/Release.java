package org.gongkai.opengov.drinkingwater.reports;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.IndexNumber;

/**
 * What is public of a month (月度公开): exactly the results that stood in the edition of its report
 * that is shown now.
 *
 * @param report the document, and its edition
 * @param version what was sent for review of it
 * @param publishedAt when the first edition became public
 * @param since since when this edition is shown
 * @param corrections every correction so far, the oldest first
 */
public record Release(
        YearMonth month,
        DocumentId report,
        IndexNumber indexNumber,
        int edition,
        long version,
        Instant publishedAt,
        Instant since,
        List<Correction> corrections) {
    public Release {
        corrections = List.copyOf(corrections);
    }

    /**
     * A correction of what was public (更正说明).
     *
     * @param edition the corrected one
     * @param note what was corrected and why
     */
    public record Correction(int edition, Instant at, String note) {}
}
