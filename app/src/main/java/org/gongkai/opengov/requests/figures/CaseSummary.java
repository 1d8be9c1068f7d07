package org.gongkai.opengov.requests.figures;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.opengov.requests.ApplicantClass;
import org.gongkai.opengov.requests.decisions.ReportRow;
import org.jspecify.annotations.Nullable;

/**
 * What the figures need to know of a request (统计要素).
 *
 * @param receivedOn the day of receipt (art. 31); a request not yet confirmed is in no figure
 * @param finishedOn the day its first answer went out or it ended; null while it is open (ADR 0178)
 * @param row where it ended; null while it is open
 * @param due the last day for the answer as it stood when it was finished, or stands now
 * @param milestones how far the work had come on which day
 * @param workingDays the working days it took, without those of consultations; null while open
 */
public record CaseSummary(
        String number,
        ApplicantClass applicant,
        LocalDate receivedOn,
        @Nullable LocalDate finishedOn,
        @Nullable ReportRow row,
        @Nullable LocalDate due,
        Milestones milestones,
        @Nullable Integer workingDays,
        List<Dispute> disputes) {

    public CaseSummary {
        if ((finishedOn == null) != (row == null)) {
            throw new IllegalArgumentException(
                    number + ": a finished request has a row, an open one has none");
        }
        if (finishedOn != null && finishedOn.isBefore(receivedOn)) {
            throw new IllegalArgumentException(number + " was finished before it came");
        }
        disputes = List.copyOf(disputes);
    }

    /** Whether the answer was, or on this day is, late. */
    public boolean isLate(LocalDate today) {
        var until = finishedOn == null || finishedOn.isAfter(today) ? today : finishedOn;
        return due != null && until.isAfter(due);
    }

    /** Whether it was finished by this day. */
    public boolean isFinished(LocalDate day) {
        return finishedOn != null && !finishedOn.isAfter(day);
    }
}
