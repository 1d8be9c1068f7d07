package org.gongkai.opengov.disclosures;

import java.time.Instant;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * The scan of a review form signed by hand (纸质签署扫描件), before and after a second person's word.
 *
 * @param revision what was sent for review when the form was printed
 * @param level the level that signed
 * @param sha256 the content hash that the form's code carries
 * @param scanSha256 the kept file
 * @param scannedBy who took it in; never who confirms it
 * @param outcome null while nobody has decided
 * @param note why it was rejected
 */
public record PaperScan(
        long id,
        DocumentId document,
        long revision,
        ReviewLevel level,
        PersonId signer,
        String opinion,
        String sha256,
        String scanSha256,
        String scanName,
        PersonId scannedBy,
        Instant scannedAt,
        @Nullable Outcome outcome,
        @Nullable String note,
        @Nullable PersonId decidedBy,
        @Nullable Instant decidedAt) {

    /** What became of it. */
    public enum Outcome {
        /** 已核对: it stands as a signature. */
        CONFIRMED,
        /** 已退回. */
        REJECTED,
        /** 已由新扫描件替换. */
        REPLACED
    }

    /** What is taken in: who signed the form by hand, and the kept scan of it. */
    public record Entry(PersonId signer, String opinion, String scanSha256, String scanName) {}
}
