package org.gongkai.opengov.requestclock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gongkai.opengov.requestclock.ClockDay.Effect;
import org.gongkai.platform.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * How long the agency has to answer (答复期限).
 *
 * <p>《政府信息公开条例》 art. 33: within 20 working days of receipt, extendable by at most 20 with the
 * consent of the head of the disclosure office and notice to the applicant; days taken by
 * consultations are not counted. The day it starts is not counted (《民法典》 art. 201).
 *
 * @param startedOn day 0: receipt, correction, payment or the day the case was opened again
 * @param extension by how many working days it is lawfully extended, 0 to 20
 * @param setDay the day that the agency fixed by art. 35, or a review decision or judgment; else
 *     null
 */
public record ReplyPeriod(
        LocalDate startedOn, Cause startedBy, int extension, @Nullable LocalDate setDay) {

    /** The period of art. 33. */
    public static final int WORKING_DAYS = 20;

    /** The longest extension of art. 33. */
    public static final int LONGEST_EXTENSION = 20;

    /** What starts a period (起算事由). */
    public enum Cause {
        /** 收到申请, arts. 31 and 33. */
        RECEIPT,
        /** 收到补正的申请, art. 30. */
        CORRECTION,
        /** 费用缴清, 信息处理费管理办法 art. 6. */
        PAYMENT,
        /** 重新办理. */
        REOPENING;

        /** As programs read it. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public ReplyPeriod {
        if (extension < 0 || extension > LONGEST_EXTENSION) {
            throw new IllegalArgumentException(
                    "An extension has 0 to 20 working days, not " + extension);
        }
    }

    /** The last day on which the answer is in time. */
    LocalDate lastDay(WorkingCalendar calendar, Pauses pauses) {
        if (setDay != null && startedBy == Cause.REOPENING) {
            return setDay;
        }
        var counted = counted(WORKING_DAYS + extension, calendar, pauses);
        return setDay != null && setDay.isAfter(counted) ? setDay : counted;
    }

    /** The last day on which the notice of an extension is in time: the end of the first 20. */
    LocalDate endOfFirstTwenty(WorkingCalendar calendar, Pauses pauses) {
        return counted(WORKING_DAYS, calendar, pauses);
    }

    /** The last day that the longest extension can reach. */
    LocalDate longest(WorkingCalendar calendar, Pauses pauses) {
        return counted(WORKING_DAYS + LONGEST_EXTENSION, calendar, pauses);
    }

    /** Each day from the day after the start to the last day, and what it does to the count. */
    List<ClockDay> days(WorkingCalendar calendar, Pauses pauses) {
        var days = new ArrayList<ClockDay>();
        var last = lastDay(calendar, pauses);
        int toCount = setDay != null && startedBy == Cause.REOPENING ? 0 : WORKING_DAYS + extension;
        int counted = 0;
        for (var day = startedOn.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            var pause = pauses.at(day);
            var effect =
                    counted == toCount
                            ? Effect.UNTIL_DAY_SET
                            : pause.isPresent()
                                    ? Effect.EXCLUDED
                                    : calendar.isWorkingDay(day) ? Effect.COUNTED : Effect.SKIPPED;
            counted += effect == Effect.COUNTED ? 1 : 0;
            days.add(
                    new ClockDay(
                            calendar.day(day),
                            effect,
                            effect == Effect.COUNTED ? counted : null,
                            effect == Effect.EXCLUDED
                                    ? pause.orElseThrow().on(day, calendar)
                                    : List.of()));
        }
        return days;
    }

    private LocalDate counted(int workingDays, WorkingCalendar calendar, Pauses pauses) {
        if (pauses.all().isEmpty()) {
            return calendar.dueAfter(startedOn, workingDays);
        }
        return calendar.workingDaysAfter(startedOn)
                .filter(day -> !pauses.cover(day))
                .skip(workingDays - 1L)
                .findFirst()
                .orElseThrow();
    }
}
