package org.gongkai.opengov.requests;

import java.util.List;
import java.util.Locale;

/** Where a correction or complaint stands (更正和投诉办理阶段), by its events. */
public enum ClaimStage {
    /** 办理中. */
    IN_HAND,
    /** 等待补充证据. */
    AWAITING_EVIDENCE,
    /** 已办结. */
    CLOSED;

    /** After these events. */
    public static ClaimStage after(List<ClaimEvent> events) {
        if (events.stream().anyMatch(it -> it.step().ends())) {
            return CLOSED;
        }
        return !events.isEmpty() && events.getLast().step() == ClaimStep.EVIDENCE_ASKED
                ? AWAITING_EVIDENCE
                : IN_HAND;
    }

    /** The name in the API. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
