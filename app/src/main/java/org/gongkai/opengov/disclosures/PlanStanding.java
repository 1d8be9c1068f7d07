package org.gongkai.opengov.disclosures;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a plan stands on a day (规划状态), derived from its stage and period.
 *
 * <p>Work plan 二.1: drafts for comment and final plans are public, historical plans are gathered
 * (历史规划的总结整理). Our reading (ADR 0092): a final plan is historical from the day after its period, or
 * when its section says so.
 */
public enum PlanStanding {
    /** 征求意见稿. */
    DRAFT_FOR_COMMENT,
    /** 尚未开始. */
    NOT_YET_BEGUN,
    /** 实施中. */
    UNDER_WAY,
    /** 历史规划. */
    HISTORICAL;

    /** The word for a draft for comment in {@code planStage}. */
    static final String FOR_COMMENT = "征求意见稿";

    /** The word for a final plan in {@code planStage}. */
    static final String FINAL = "正式稿";

    /**
     * The standing on a day.
     *
     * @param stage 征求意见稿 or 正式稿
     * @param from the first day of its period, null when not known
     * @param to the last day of its period, null when not known
     * @param saidHistorical whether its section says it is historical
     */
    public static PlanStanding on(
            LocalDate day,
            String stage,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            boolean saidHistorical) {
        if (FOR_COMMENT.equals(stage)) {
            return DRAFT_FOR_COMMENT;
        }
        if (saidHistorical || to != null && day.isAfter(to)) {
            return HISTORICAL;
        }
        return from != null && day.isBefore(from) ? NOT_YET_BEGUN : UNDER_WAY;
    }
}
