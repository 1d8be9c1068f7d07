package org.gongkai.opengov.requests;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a request stands (办理阶段); follows from its events, see {@link CaseFile#stage()}. */
public enum RequestStage {
    /** 待确认: it has arrived, the applicant has not been reached (art. 31). */
    ARRIVED,
    /** 待受理: received, nobody has looked yet whether it can be handled. */
    RECEIVED,
    /** 办理中. */
    IN_HAND,
    /** 征求意见中: a third party or another agency has been asked (arts. 32, 34). */
    CONSULTING,
    /** 待补正: the applicant has been told what is missing (art. 30). */
    AWAITING_CORRECTION,
    /** 待说明理由: the applicant has been asked why so much and so often (art. 35). */
    AWAITING_REASONS,
    /** 待缴费 (art. 42). */
    AWAITING_FEE,
    /** 已拟稿. */
    DRAFTED,
    /** 已审核. */
    REVIEWED,
    /** 已签发. */
    SIGNED,
    /** 已制作: the letter exists and has not left. */
    MADE,
    /** 已发出. */
    DISPATCHED,
    /** 无法送达. */
    UNDELIVERABLE,
    /** 已送达. */
    DELIVERED,
    /** 已终止: withdrawn, not corrected or not paid in time; no answer is owed. */
    CLOSED;

    private static final Set<RequestStage> ANSWERED =
            Collections.unmodifiableSet(EnumSet.of(DISPATCHED, UNDELIVERABLE, DELIVERED, CLOSED));

    /** The stages in which nothing is owed to the applicant any more. */
    public static Set<RequestStage> answered() {
        return ANSWERED;
    }

    /** Whether the applicant still waits for an answer. */
    public boolean isOpen() {
        return !ANSWERED.contains(this);
    }

    /** The name in the API: {@code awaiting-fee}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By its name in the API. */
    public static Optional<RequestStage> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
