package org.gongkai.opengov.requests;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.opengov.requestclock.ClockReading;
import org.gongkai.opengov.requests.figures.CaseSummary;
import org.gongkai.opengov.requests.figures.Figure;
import org.gongkai.opengov.requests.figures.ReportPeriod;
import org.gongkai.opengov.requests.figures.RequestFigures;
import org.gongkai.opengov.requests.figures.Row;
import org.gongkai.opengov.requests.figures.Table3;
import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.platform.calendar.Calendars;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The figures about requests at any date (依申请公开统计): tables 3 and 4 of the yearly report, each
 * number with its cases. For those who read all requests. What is entered later for an earlier day
 * is counted on its day.
 */
@Service
public class FiguresDesk {
    /** The Regulation came into force on 1 May 2008. */
    private static final int FIRST_YEAR = 2008;

    private static final int LAST_YEAR = 2100;

    private final FigureCases cases;
    private final Requests requests;
    private final CaseClock clock;
    private final Calendars calendars;
    private final Clock time;

    FiguresDesk(
            FigureCases cases,
            Requests requests,
            CaseClock clock,
            Calendars calendars,
            Clock time) {
        this.cases = cases;
        this.requests = requests;
        this.clock = clock;
        this.calendars = calendars;
        this.time = time;
    }

    /**
     * A request behind a figure.
     *
     * @param words the beginning of what is asked
     * @param summary how it was counted
     */
    public record Counted(RequestCase request, String words, CaseSummary summary) {}

    /** Whether this person may see figures. */
    public static boolean canRead(Actor by) {
        return RequestRights.readsAll(by);
    }

    /** The figures from 1 January to the day, held against what else the report says. */
    @Transactional(readOnly = true)
    public RequestFigures figures(Actor by, ReportEntry entry) {
        return count(by, entry).figures();
    }

    /** The cases behind one of the figures, in the order of receipt. */
    @Transactional(readOnly = true)
    public List<Counted> behind(Actor by, ReportEntry entry, String figure) {
        var count = count(by, entry);
        var numbers =
                new HashSet<>(count.figures().named(figure).orElseThrow(Refusal::notFound).cases());
        var found = count.cases().stream().filter(it -> numbers.contains(it.number())).toList();
        var words = requests.beginnings(found.stream().map(RequestCase::id).toList());
        return found.stream()
                .map(
                        it ->
                                new Counted(
                                        it,
                                        words.getOrDefault(it.id(), ""),
                                        count.summary(it.number())))
                .toList();
    }

    /** The last day of the year that has come: of the current year, today. */
    public LocalDate lastDay(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw Refusal.invalid("year", "requests.figures.year", FIRST_YEAR, LAST_YEAR);
        }
        var end = ReportPeriod.year(year).asOf();
        var today = LocalDate.now(time);
        return end.isAfter(today) && year == today.getYear() ? today : end;
    }

    private record Count(
            RequestFigures figures, List<RequestCase> cases, Map<String, CaseSummary> summaries) {
        CaseSummary summary(String number) {
            return Objects.requireNonNull(summaries.get(number));
        }
    }

    private Count count(Actor by, ReportEntry entry) {
        if (!canRead(by)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "requests.figures.readers");
        }
        var checked = entry.check(LocalDate.now(time));
        var period = new ReportPeriod(checked.asOf());
        var since = period.yearBefore().from();
        var found = cases.of(by.agency(), since, period.asOf());
        var events = cases.events(by.agency(), since, period.asOf());
        var summaries = new ArrayList<CaseSummary>();
        var byNumber = new HashMap<String, CaseSummary>();
        var paid = new ArrayList<String>();
        for (var each : found) {
            var summary = summary(each, events.getOrDefault(each.id(), List.of()), period);
            summaries.add(summary);
            byNumber.put(each.number(), summary);
            if (paidFee(events.getOrDefault(each.id(), List.of()), period)) {
                paid.add(each.number());
            }
        }
        var lastYear = lastYear(summaries, period, checked.carriedBefore());
        var around = checked.surroundings(paid).after(lastYear);
        return new Count(RequestFigures.of(summaries, period, around), found, byNumber);
    }

    /** As counted from the cases, in total as it was published where that is known. */
    private static Table3 lastYear(
            List<CaseSummary> summaries, ReportPeriod period, @Nullable Long published) {
        var counted = Table3.of(summaries, period.yearBefore());
        return published == null
                ? counted
                : counted.with(Row.CARRIED_ON, Table3.Column.TOTAL, Figure.of(published));
    }

    private static boolean paidFee(List<CaseEvent> events, ReportPeriod period) {
        return events.stream()
                .anyMatch(it -> it.step() == RequestStep.FEE_PAID && period.covers(it.on()));
    }

    private CaseSummary summary(RequestCase request, List<CaseEvent> events, ReportPeriod period) {
        var count = new CaseCount(events);
        var receivedOn = CaseFile.of(request.channel(), events).receivedOn().orElseThrow();
        var finishedOn = count.finishedOn().orElse(null);
        var first = count.firstRound();
        boolean now = finishedOn != null && period.covers(finishedOn);
        boolean asKept =
                !now && first.size() == events.size() && period.asOf().equals(LocalDate.now(time));
        var reading = asKept ? null : reading(request, first, period);
        return new CaseSummary(
                request.number(),
                request.applicantClass(),
                receivedOn,
                finishedOn,
                count.row().orElse(null),
                reading == null ? request.due() : reading.due(),
                count.milestones(),
                reading == null || finishedOn == null
                        ? null
                        : workingDays(reading, receivedOn, finishedOn),
                count.disputes());
    }

    /** The working days it took, without those that consultations took (art. 33). */
    private int workingDays(ClockReading reading, LocalDate from, LocalDate to) {
        return (int)
                calendars
                        .current(CalendarCode.NX)
                        .workingDaysAfter(from)
                        .takeWhile(it -> !it.isAfter(to))
                        .filter(day -> reading.pauses().stream().noneMatch(it -> it.covers(day)))
                        .count();
    }

    /** The clock as it stood at the end of the period. */
    private ClockReading reading(RequestCase request, List<CaseEvent> events, ReportPeriod period) {
        return clock.read(CaseFile.of(request.channel(), events), period.asOf());
    }
}
