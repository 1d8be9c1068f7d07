package org.gongkai.opengov.inspections.results;

import java.time.LocalDate;
import org.gongkai.platform.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * What a firm was ordered to put right, and whether it did (责令改正与复查).
 *
 * <p>《行政处罚法》 art. 28. The law sets no day for the re-check; ours is {@value #RECHECK_WORKING_DAYS}
 * working days after the firm reports or after the last day, whichever comes first (ADR 0246).
 *
 * @param dueOn the day by which it is to be put right: a day named in the order does not move
 * @param reportedOn when the firm said it was done
 * @param recheckedOn when officers looked again
 * @param passed what they saw; null before
 */
public record Rectification(
        LocalDate orderedOn,
        LocalDate dueOn,
        @Nullable LocalDate reportedOn,
        @Nullable LocalDate recheckedOn,
        @Nullable Boolean passed) {

    static final int RECHECK_WORKING_DAYS = 10;

    public Rectification {
        if (dueOn.isBefore(orderedOn)) {
            throw new IllegalArgumentException("Due " + dueOn + " before the order " + orderedOn);
        }
        if ((recheckedOn == null) != (passed == null)) {
            throw new IllegalArgumentException("A re-check has a day and an outcome");
        }
    }

    /** An order just given. */
    public static Rectification ordered(LocalDate on, LocalDate dueOn) {
        return new Rectification(on, dueOn, null, null, null);
    }

    /** Where it stands. */
    public enum Standing {
        /** 整改中. */
        RUNNING,
        /** 已报整改，待复查. */
        REPORTED,
        /** 期满待复查: nothing heard, and the last day has gone by. */
        RECHECK_OWED,
        /** 复查合格. */
        PASSED,
        /** 复查不合格: what follows is a case, not a longer day. */
        FAILED
    }

    /** As of today. */
    public Standing standing(LocalDate today) {
        if (passed != null) {
            return passed ? Standing.PASSED : Standing.FAILED;
        }
        if (reportedOn != null) {
            return Standing.REPORTED;
        }
        return today.isAfter(dueOn) ? Standing.RECHECK_OWED : Standing.RUNNING;
    }

    /** The last day for the re-check. */
    public LocalDate recheckBy(WorkingCalendar calendar) {
        var from = reportedOn != null && reportedOn.isBefore(dueOn) ? reportedOn : dueOn;
        return calendar.dueAfter(from, RECHECK_WORKING_DAYS);
    }
}
