package org.gongkai.opengov.requestclock;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The names of the events that bear on a clock (事件种类), as pages and programs write them. */
public enum EventType {
    /** 收到申请. */
    RECEIVED,
    /** 双方确认. */
    CONFIRMED,
    /** 告知补正. */
    CORRECTION_ASKED,
    /** 收到补正. */
    CORRECTED,
    /** 征求第三方意见的函发出. */
    THIRD_PARTY_ASKED,
    /** 第三方收到. */
    THIRD_PARTY_RECEIVED,
    /** 第三方答复. */
    THIRD_PARTY_ANSWERED,
    /** 征求共同制作机关意见的函发出. */
    CO_AUTHOR_ASKED,
    /** 共同制作机关收到. */
    CO_AUTHOR_RECEIVED,
    /** 共同制作机关答复. */
    CO_AUTHOR_ANSWERED,
    /** 征求其他机关意见的函发出. */
    AGENCY_ASKED,
    /** 其他机关答复. */
    AGENCY_ANSWERED,
    /** 告知延长答复期限. */
    EXTENDED,
    /** 申请人收到收费通知. */
    FEE_NOTICED,
    /** 费用缴清. */
    FEE_PAID,
    /** 要求说明理由. */
    REASONS_ASKED,
    /** 申请人说明理由. */
    REASONS_GIVEN,
    /** 确定延迟答复的合理期限并告知. */
    LATER_DATE_SET,
    /** 答复作出. */
    ANSWER_MADE,
    /** 答复交邮. */
    ANSWER_DISPATCHED,
    /** 答复当面签收. */
    ANSWER_DELIVERED,
    /** 申请人撤回申请. */
    WITHDRAWN,
    /** 不再处理，结案. */
    CLOSED,
    /** 重新办理. */
    REOPENED;

    /** As programs write it, e.g. {@code third-party-asked}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The type that programs write so. */
    public static Optional<EventType> of(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
