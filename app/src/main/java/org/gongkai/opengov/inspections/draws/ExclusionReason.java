package org.gongkai.opengov.inspections.draws;

import org.gongkai.opengov.inspections.plans.Exclusion;

/** Why a unit or an officer is not in the lists of a draw (不进入抽取名录的原因). */
public enum ExclusionReason {
    /** 停产. */
    STOPPED,
    /** 关闭. */
    CLOSED,
    /** 本年已抽查: the same item in the same year, while others of the stratum wait. */
    DRAWN_THIS_YEAR,
    /** 已达年度检查上限: 国办发〔2024〕54号. */
    YEARLY_CAP,
    /** 休假. */
    ON_LEAVE,
    /** 借调. */
    SECONDED,
    /** 执法证件在检查期内失效. */
    CERTIFICATE;

    /** As the plan names it. */
    static ExclusionReason of(Exclusion reason) {
        return switch (reason) {
            case STOPPED -> STOPPED;
            case CLOSED -> CLOSED;
            case DRAWN_THIS_YEAR -> DRAWN_THIS_YEAR;
            case CAP_REACHED -> YEARLY_CAP;
        };
    }
}
