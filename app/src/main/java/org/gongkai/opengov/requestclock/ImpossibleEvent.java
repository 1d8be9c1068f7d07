package org.gongkai.opengov.requestclock;

import java.util.Locale;

/** An event that cannot have happened in this order (不可能发生的事件): the first of the list. */
public final class ImpossibleEvent extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final int index;
    private final Why why;

    /** Why it cannot be. */
    public enum Why {
        /** 没有事件: there is none at all. */
        NOTHING_HAPPENED,
        /** 应从收到申请开始. */
        NOT_RECEIVED_FIRST,
        /** 一件申请只收到一次. */
        RECEIVED_TWICE,
        /** 日期倒退: it stands after an event of a later day. */
        BACKWARDS,
        /** 晚于测算日: it lies after the day as of which is asked. */
        IN_THE_FUTURE,
        /** 超出日历. */
        OUTSIDE_CALENDAR,
        /** 没有要求补正. */
        CORRECTION_NOT_ASKED,
        /** 没有征求过意见: an answer or a receipt before its question. */
        OPINION_NOT_ASKED,
        /** 答复在先，收函在后. */
        RECEIVED_AFTER_ANSWER,
        /** 没有收费通知. */
        FEE_NOT_NOTICED,
        /** 通知先收到，后发出. */
        NOTICED_BEFORE_SENT,
        /** 没有要求说明理由. */
        REASONS_NOT_ASKED,
        /** 申请人没有说明理由. */
        REASONS_NOT_GIVEN,
        /** 所定之日不在其后. */
        SET_DAY_NOT_LATER,
        /** 答复在先，确认收到在后. */
        CONFIRMED_AFTER_ANSWER,
        /** 发出在先，作出在后. */
        MADE_AFTER_SENT,
        /** 尚未办结，无从重新办理. */
        NOT_ENDED;

        /** As programs read it, e.g. {@code opinion-not-asked}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    ImpossibleEvent(int index, Why why) {
        super("Event " + index + ": " + why);
        this.index = index;
        this.why = why;
    }

    /** Which event of the list, from 0. */
    public int index() {
        return index;
    }

    /** Why it cannot be. */
    public Why why() {
        return why;
    }
}
