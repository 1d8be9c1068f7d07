package org.gongkai.opengov.disclosures;

import java.time.LocalDate;
import org.gongkai.platform.calendar.WorkingCalendar;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * One publication that 条例 art. 26 gives 20 working days (限期公开事项): the first, or that of a change.
 *
 * @param edition 1 for the first publication, more for a change
 * @param countedFrom the day the information was formed, or its change begun (ADR 0099); null while
 *     the drafter has not written it down
 * @param due the last day in time
 * @param publishedOn null while it is not public
 * @param workingDays left until the last day; below zero: past it, on the day of publication or
 *     today
 */
public record TimedPublication(
        DocumentId document,
        String title,
        SectionId section,
        DocumentKind kind,
        DocumentState state,
        int edition,
        @Nullable LocalDate countedFrom,
        @Nullable LocalDate due,
        @Nullable LocalDate publishedOn,
        ClockStanding standing,
        int workingDays) {

    /** What the register knows; the rest follows from the calendar. */
    record Facts(
            DocumentId document,
            String title,
            SectionId section,
            DocumentKind kind,
            DocumentState state,
            int edition,
            @Nullable LocalDate countedFrom,
            @Nullable LocalDate publishedOn) {

        TimedPublication on(LocalDate today, WorkingCalendar calendar) {
            if (countedFrom == null || countedFrom.isAfter(today)) {
                return with(null, ClockStanding.UNDATED, 0);
            }
            var period = new DisclosurePeriod(countedFrom);
            var due = period.lastDay(calendar);
            if (due == null) {
                return with(null, longPast(), 0);
            }
            var day = publishedOn == null ? today : publishedOn;
            return with(
                    due,
                    period.standing(publishedOn, today, calendar),
                    calendar.workingDaysBetween(day, due));
        }

        /** Formed before any day that is counted here, so that its last day is long past. */
        private ClockStanding longPast() {
            return publishedOn == null ? ClockStanding.LATE : ClockStanding.PUBLISHED_LATE;
        }

        private TimedPublication with(@Nullable LocalDate due, ClockStanding standing, int days) {
            return new TimedPublication(
                    document,
                    title,
                    section,
                    kind,
                    state,
                    edition,
                    countedFrom,
                    due,
                    publishedOn,
                    standing,
                    days);
        }
    }
}
