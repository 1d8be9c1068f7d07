package org.gongkai.opengov.disclosures;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * How long and in what way readers may comment on a draft (征求意见期限).
 *
 * <p>《重大行政决策程序暂行条例》 (Order No. 713, in force 2019-09-01), art. 15: whoever asks for comments makes
 * the draft public and says in what way and how long they may be made, as a rule 30 days or more;
 * 《优化营商环境条例》 art. 62 asks the same for rules that touch market entities. Both days belong to the
 * period (ADR 0155).
 *
 * @param until the last day on which comments are taken
 * @param how where and in what way they are made
 */
public record CommentPeriod(LocalDate from, LocalDate until, String how) {
    static final String FROM = "commentFrom";
    static final String UNTIL = "commentUntil";
    static final String HOW = "commentHow";

    /** Where a period stands on a day, in the order in which readers are told of them. */
    public enum Standing {
        /** 正在征求意见. */
        OPEN,
        /** 尚未开始. */
        NOT_YET_OPEN,
        /** 已经结束. */
        CLOSED
    }

    /** The period that a document's fields tell; empty when it asks for no comments. */
    public static Optional<CommentPeriod> in(Map<String, String> fields) {
        var from = DraftRules.day(fields.get(FROM));
        var until = DraftRules.day(fields.get(UNTIL));
        var how = fields.get(HOW);
        return from == null || until == null || how == null
                ? Optional.empty()
                : Optional.of(new CommentPeriod(from, until, how));
    }

    /** Where it stands on this day. */
    public Standing on(LocalDate day) {
        if (day.isAfter(until)) {
            return Standing.CLOSED;
        }
        return day.isBefore(from) ? Standing.NOT_YET_OPEN : Standing.OPEN;
    }
}
