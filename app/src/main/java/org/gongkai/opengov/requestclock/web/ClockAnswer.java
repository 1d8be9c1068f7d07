package org.gongkai.opengov.requestclock.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.opengov.requestclock.Breach;
import org.gongkai.opengov.requestclock.ClockDay;
import org.gongkai.opengov.requestclock.ClockExplanation;
import org.gongkai.opengov.requestclock.ClockReading;
import org.gongkai.opengov.requestclock.ClockWords;
import org.gongkai.opengov.requestclock.Consultation;
import org.gongkai.opengov.requestclock.Consulted;
import org.gongkai.opengov.requestclock.Pause;
import org.gongkai.opengov.requestclock.Remark;
import org.gongkai.platform.calendar.CalendarCode;
import org.jspecify.annotations.Nullable;

/** A reading of the clock as programs get it (测算结果). */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ClockAnswer(
        CalendarCode calendar,
        String calendarVersion,
        @Nullable LocalDate receivedOn,
        @Nullable LocalDate startedOn,
        @Nullable String startedBy,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable LocalDate due,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable LocalDate warnBy,
        boolean provisional,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String waitingFor,
        @Nullable LocalDate correctionNoticeBy,
        @Nullable LocalDate extensionNoticeBy,
        @Nullable LocalDate extendableTo,
        @Nullable LocalDate payBy,
        @Nullable LocalDate endedOn,
        List<Left> pauses,
        List<Fault> breaches,
        List<Fault> remarks,
        List<Term> thirdParty,
        List<Term> coAuthors,
        List<Day> days,
        List<String> explanation) {

    /** Days in a row that are not counted, and why. */
    record Left(LocalDate from, LocalDate to, String why, String text) {
        static Left of(Pause pause, ClockWords words) {
            return new Left(
                    pause.from(),
                    pause.to(),
                    pause.consultations().stream()
                            .map(ClockAnswer::name)
                            .distinct()
                            .collect(Collectors.joining(", ")),
                    words.consultations(pause.consultations()));
        }
    }

    /** A breach, or what is to be known of an event; the index is absent where nothing happened. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Fault(
            String code,
            LocalDate date,
            String article,
            String law,
            @Nullable Integer index,
            String text) {
        static Fault of(Breach breach, ClockWords words) {
            return new Fault(
                    breach.kind().code(),
                    breach.date(),
                    breach.kind().article(),
                    words.article(breach),
                    breach.index() < 0 ? null : breach.index(),
                    words.breach(breach));
        }

        static Fault of(Remark remark, ClockWords words) {
            return new Fault(
                    remark.kind().code(),
                    remark.date(),
                    remark.kind().article(),
                    words.article(remark),
                    remark.index(),
                    words.remark(remark));
        }
    }

    /** Until when somebody asked has to answer; null while its receipt of the letter is unknown. */
    record Term(String party, @Nullable LocalDate due) {}

    /** A day of the period. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Day(
            LocalDate date,
            boolean counted,
            String reason,
            @Nullable Integer number,
            String calendarReason,
            List<String> consultations,
            String text) {
        static Day of(ClockDay day, ClockWords words) {
            return new Day(
                    day.date(),
                    day.counted(),
                    day.reason(),
                    day.number(),
                    day.day().reason().code(),
                    day.consultations().stream().map(ClockAnswer::name).distinct().toList(),
                    words.reason(day));
        }
    }

    static ClockAnswer of(ClockExplanation explained, ClockWords words) {
        var it = explained.reading();
        var period = it.period();
        var waiting = it.waitingFor();
        return new ClockAnswer(
                it.calendar(),
                it.calendarVersion(),
                it.receivedOn(),
                period == null ? null : period.startedOn(),
                period == null ? null : period.startedBy().slug(),
                it.due(),
                it.warnBy(),
                it.provisional(),
                waiting == null ? null : waiting.slug(),
                it.correctionNoticeBy(),
                it.extensionNoticeBy(),
                it.extendableTo(),
                it.payBy(),
                it.endedOn(),
                it.pauses().stream().map(each -> Left.of(each, words)).toList(),
                it.breaches().stream().map(each -> Fault.of(each, words)).toList(),
                it.remarks().stream().map(each -> Fault.of(each, words)).toList(),
                terms(it, Consulted.THIRD_PARTY),
                terms(it, Consulted.CO_AUTHOR),
                it.days().stream().map(each -> Day.of(each, words)).toList(),
                explained.sentences());
    }

    private static List<Term> terms(ClockReading reading, Consulted whom) {
        return reading.terms().stream()
                .filter(it -> it.consultation().consulted() == whom)
                .map(it -> new Term(it.consultation().party(), it.due()))
                .toList();
    }

    private static String name(Consultation consultation) {
        return consultation.consulted().slug() + " " + consultation.party();
    }
}
