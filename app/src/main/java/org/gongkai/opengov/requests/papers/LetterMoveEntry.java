package org.gongkai.opengov.requests.papers;

import org.jspecify.annotations.Nullable;

/**
 * What was sent with a step of a letter (文书环节录入).
 *
 * @param sha256 of the edition that was read, where it is reviewed or signed
 * @param note an opinion, or the reason of a return
 * @param date the day it left or was received; today if none is named
 * @param lateReason why it is entered after its day
 */
public record LetterMoveEntry(
        @Nullable String sha256,
        @Nullable String note,
        @Nullable String date,
        @Nullable String way,
        @Nullable String evidence,
        @Nullable String lateReason) {

    /** Nothing beside the step. */
    public static LetterMoveEntry none() {
        return new LetterMoveEntry(null, null, null, null, null, null);
    }
}
