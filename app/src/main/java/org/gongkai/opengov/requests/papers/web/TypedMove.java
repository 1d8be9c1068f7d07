package org.gongkai.opengov.requests.papers.web;

import org.gongkai.opengov.requests.papers.LetterMoveEntry;
import org.jspecify.annotations.Nullable;

/** What was typed into the form of a step of a letter (文书环节表单). */
public record TypedMove(
        @Nullable Long version,
        @Nullable String sha256,
        @Nullable String note,
        @Nullable String date,
        @Nullable String way,
        @Nullable String evidence,
        @Nullable String lateReason) {

    LetterMoveEntry entry() {
        return new LetterMoveEntry(sha256, note, date, way, evidence, lateReason);
    }
}
