package org.gongkai.opengov.requests.notices;

import java.util.Arrays;
import java.util.Optional;

/**
 * What an applicant is told of (通知事项): named as the steps of the request are, and messages of the
 * office. Steps within the agency are not among them.
 */
public enum NoticeKind {
    REGISTERED,
    CONFIRM_TRIED,
    CONFIRMED,
    CORRECTION_ASKED,
    NOT_CORRECTED,
    EXTENDED,
    THIRD_PARTY_ASKED,
    CO_AUTHOR_ASKED,
    AGENCY_ASKED,
    REASONS_ASKED,
    LATER_DATE_SET,
    FEE_NOTICED,
    FEE_UNPAID,
    DISPATCHED_ANSWER,
    UNDELIVERABLE_ANSWER,
    WITHDRAWN,
    REOPENED,
    /** 工作人员留言. */
    MESSAGE;

    /** The kind for a step of this name; empty for what an applicant need not be told at once. */
    public static Optional<NoticeKind> of(String step) {
        return Arrays.stream(values()).filter(it -> it.name().equals(step)).findFirst();
    }
}
