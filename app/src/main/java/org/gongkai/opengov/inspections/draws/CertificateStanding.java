package org.gongkai.opengov.inspections.draws;

import java.time.LocalDate;

/**
 * What a firm at its door is told first of a certificate (凭证状态), the gravest first.
 *
 * <p>《行政处罚法》 (2021) art. 42: at least two officers. A draw that was called off has no visits (rule
 * C3), so there is no certificate of one.
 */
public enum CertificateStanding {
    /** 与日志不符: what is kept here is not what the log binds. */
    FALSE("late"),
    /** 已失效: an amendment sent the visit to another unit. */
    REPLACED("late"),
    /** 人员不足: a seat is empty, so that the visit may not be made. */
    SHORT("late"),
    /** 尚未开始: before the first day of the visits. */
    EARLY("soon"),
    /** 已过期: after the last day of the visits. */
    OVER("soon"),
    /** 已调整: other officers than those drawn first. */
    AMENDED("good"),
    /** 如抽取时. */
    AS_DRAWN("good");

    private final String look;

    CertificateStanding(String look) {
        this.look = look;
    }

    /** How a page shows it. */
    public String look() {
        return look;
    }

    /** What is so of a visit. */
    record Facts(boolean isTrue, boolean replaced, boolean isShort, boolean amended) {}

    static CertificateStanding of(Facts facts, LocalDate from, LocalDate to, LocalDate today) {
        if (!facts.isTrue()) {
            return FALSE;
        }
        if (facts.replaced()) {
            return REPLACED;
        }
        if (facts.isShort()) {
            return SHORT;
        }
        if (today.isBefore(from)) {
            return EARLY;
        }
        if (today.isAfter(to)) {
            return OVER;
        }
        return facts.amended() ? AMENDED : AS_DRAWN;
    }
}
