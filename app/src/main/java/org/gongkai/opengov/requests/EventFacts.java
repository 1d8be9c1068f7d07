package org.gongkai.opengov.requests;

import java.time.LocalDate;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * What was told of an event beside its day (环节要素), each as far as the step has it.
 *
 * @param note what was asked, decided or said
 * @param evidence by what it can be proved
 * @param lateReason why it was entered after its day; null when entered on it
 * @param party the third party or agency concerned
 * @param workingDays by how many it was extended
 * @param way by which channel
 * @param term until when something is to be done
 * @param outcome with which result
 */
public record EventFacts(
        @Nullable String note,
        @Nullable String evidence,
        @Nullable String lateReason,
        @Nullable String party,
        @Nullable Integer workingDays,
        @Nullable SectionId section,
        @Nullable String way,
        @Nullable LocalDate term,
        @Nullable String outcome) {

    /** Nothing beside the day. */
    public static final EventFacts NONE =
            new EventFacts(null, null, null, null, null, null, null, null, null);
}
