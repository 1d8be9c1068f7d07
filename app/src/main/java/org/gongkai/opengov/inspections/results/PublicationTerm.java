package org.gongkai.opengov.inspections.results;

import java.time.LocalDate;
import org.gongkai.platform.calendar.Period;
import org.gongkai.platform.calendar.WorkingCalendar;

/**
 * How soon what enforcement does is public, or is taken down (执法信息公示期限).
 *
 * <p>国办发〔2018〕118号 and 国发〔2019〕5号: results and other enforcement information within 20 working
 * days, penalty and licence decisions within 7; what is changed, revoked or held unlawful leaves
 * the site within 3 working days, with reasons (《行政处罚法》 art. 48). The day itself is not counted
 * (ADR 0021); from which day each runs is ADR 0246.
 */
public enum PublicationTerm {
    /** 随机抽查结果: from the day on which the inspection task ended. */
    INSPECTION_RESULT(20),
    /** 事前公开的名录、清单和计划: from the day on which it was formed or changed. */
    BEFOREHAND(20),
    /** 其他行政执法信息: from the day of the decision. */
    OTHER_DECISION(20),
    /** 行政处罚决定: from the day of the decision. */
    PENALTY_DECISION(7),
    /** 行政许可决定: from the day of the decision. */
    LICENCE_DECISION(7),
    /** 撤下: from the day of the ruling that changed, revoked or held unlawful. */
    TAKE_DOWN(3);

    private final int workingDays;

    PublicationTerm(int workingDays) {
        this.workingDays = workingDays;
    }

    /** How many working days. */
    public int workingDays() {
        return workingDays;
    }

    /** The period, for both calendars of the agency. */
    public Period period() {
        return new Period.WorkingDays(workingDays);
    }

    /** The last day in time. */
    public LocalDate lastDay(LocalDate from, WorkingCalendar calendar) {
        return calendar.dueAfter(from, workingDays);
    }
}
