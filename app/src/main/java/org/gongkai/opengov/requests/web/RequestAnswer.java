package org.gongkai.opengov.requests.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.gongkai.opengov.requestclock.Breach;
import org.gongkai.opengov.requestclock.ClockDay;
import org.gongkai.opengov.requestclock.ClockExplanation;
import org.gongkai.opengov.requests.CaseEvent;
import org.gongkai.opengov.requests.ImportMark;
import org.gongkai.opengov.requests.MovedDeadline;
import org.gongkai.opengov.requests.RequestCase;
import org.gongkai.opengov.requests.RequestDesk.Line;
import org.gongkai.opengov.requests.RequestStep;
import org.gongkai.opengov.requests.RequestView;
import org.jspecify.annotations.Nullable;

/** A request as the API tells it (依申请公开案件); who asks is not among it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RequestAnswer(
        long id,
        String number,
        String channel,
        String applicantClass,
        String stage,
        @Nullable String section,
        @Nullable String holder,
        LocalDate arrivedOn,
        @Nullable LocalDate receivedOn,
        @Nullable LocalDate due,
        @Nullable LocalDate warnBy,
        boolean provisional,
        @Nullable Integer workingDaysLeft,
        @Nullable LocalDate answeredOn,
        @Nullable List<String> matters,
        @Nullable String publicWords,
        @Nullable List<Moved> redatings,
        @Nullable List<String> allowedSteps,
        @Nullable List<Happened> events,
        @Nullable Explanation explanation,
        @Nullable Imported imported) {

    /** From where it was taken over. */
    record Imported(String system, String outsideNumber, Instant importedAt) {
        static @Nullable Imported of(@Nullable ImportMark it) {
            return it == null
                    ? null
                    : new Imported(it.system(), it.outsideNumber(), it.importedAt());
        }
    }

    /** An event. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Happened(
            String type,
            LocalDate date,
            Instant enteredAt,
            @Nullable Long person,
            boolean lateEntry,
            @Nullable String lateReason,
            @Nullable String note,
            @Nullable String evidence,
            @Nullable String party,
            @Nullable Integer workingDays,
            @Nullable String way,
            @Nullable LocalDate term,
            @Nullable String outcome) {
        static Happened of(CaseEvent it) {
            var facts = it.facts();
            return new Happened(
                    it.step().slug(),
                    it.on(),
                    it.enteredAt(),
                    it.by() == null ? null : it.by().value(),
                    it.isLateEntry(),
                    facts.lateReason(),
                    facts.note(),
                    facts.evidence(),
                    facts.party(),
                    facts.workingDays(),
                    facts.way(),
                    facts.term(),
                    facts.outcome());
        }
    }

    /** A deadline that a changed calendar moved, and why in words. */
    record Moved(LocalDate was, LocalDate now, String reason) {
        static List<Moved> of(List<MovedDeadline> moved, CaseWords words) {
            return moved.stream()
                    .map(it -> new Moved(it.redating().was(), it.redating().is(), words.moved(it)))
                    .toList();
        }
    }

    /** A stretch of days that are not counted. */
    record Pause(LocalDate from, LocalDate to) {}

    /** Something late or unlawful. */
    record BreachFound(String code, LocalDate date, String article, String text) {}

    /** A day of the count. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Day(
            LocalDate date,
            boolean counted,
            String reason,
            @Nullable Integer number,
            String text,
            @Nullable String ground) {}

    /** How the deadline was counted; {@code sentences} are the words that everybody reads. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Explanation(
            @Nullable String waitingFor,
            List<String> sentences,
            List<Pause> pauses,
            List<BreachFound> breaches,
            List<String> remarks,
            List<Day> days) {
        static Explanation of(ClockExplanation it) {
            var clock = it.reading();
            var waiting = clock.waitingFor();
            return new Explanation(
                    waiting == null ? null : waiting.slug(),
                    it.sentences(),
                    clock.pauses().stream().map(each -> new Pause(each.from(), each.to())).toList(),
                    IntStream.range(0, clock.breaches().size())
                            .mapToObj(at -> breach(clock.breaches().get(at), it.breaches().get(at)))
                            .toList(),
                    it.remarks(),
                    IntStream.range(0, clock.days().size())
                            .mapToObj(at -> day(clock.days().get(at), it.days().get(at)))
                            .toList());
        }
    }

    private static BreachFound breach(Breach breach, String text) {
        return new BreachFound(breach.kind().code(), breach.date(), breach.kind().article(), text);
    }

    private static Day day(ClockDay day, ClockExplanation.Day said) {
        return new Day(
                day.date(),
                day.counted(),
                day.reason(),
                day.number(),
                said.reason(),
                said.ground());
    }

    /** A line of the list. */
    static RequestAnswer of(Line line) {
        return of(
                line.request(),
                line.section() == null ? null : line.section().key(),
                line.holder() == null ? null : line.holder().key(),
                line.workingDaysLeft(),
                null,
                null,
                null);
    }

    /** With everything about it. */
    static RequestAnswer of(RequestView view, ClockExplanation explained, CaseWords words) {
        return of(
                view.request(),
                view.section() == null ? null : view.section().key(),
                view.holder() == null ? null : view.holder().key(),
                null,
                view,
                Moved.of(view.redatings(), words),
                Explanation.of(explained));
    }

    private static RequestAnswer of(
            RequestCase it,
            @Nullable String section,
            @Nullable String holder,
            @Nullable Integer left,
            @Nullable RequestView view,
            @Nullable List<Moved> moved,
            @Nullable Explanation explanation) {
        return new RequestAnswer(
                it.id(),
                it.number(),
                it.channel().slug(),
                it.applicantClass().slug(),
                it.stage().slug(),
                section,
                holder,
                it.arrivedOn(),
                it.receivedOn(),
                it.due(),
                it.warnBy(),
                it.provisional(),
                left,
                it.answeredOn(),
                view == null ? null : view.matters(),
                view == null ? null : view.publicWords(),
                moved,
                view == null ? null : view.allowed().stream().map(RequestStep::slug).toList(),
                view == null ? null : view.file().events().stream().map(Happened::of).toList(),
                explanation,
                view == null ? null : Imported.of(view.imported()));
    }
}
