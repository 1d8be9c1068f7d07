package org.gongkai.opengov.requestclock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.gongkai.platform.pages.ChineseDates;
import org.gongkai.platform.pages.Wording;
import org.springframework.stereotype.Component;

/** Puts a reading of the clock into words (期限说明), wherever it is read. */
@Component
public class ClockExplanations {
    private final ClockWords words;
    private final Wording wording;
    private final ChineseDates dates;

    ClockExplanations(ClockWords words, Wording wording, ChineseDates dates) {
        this.words = words;
        this.wording = wording;
        this.dates = dates;
    }

    /** For those who may know whom the agency asked. */
    public ClockExplanation of(ClockReading reading) {
        return explain(reading, words::consultations);
    }

    /** For everybody else: that somebody was asked, and not who. */
    public ClockExplanation withoutNames(ClockReading reading) {
        return explain(reading, words::consulted);
    }

    private ClockExplanation explain(
            ClockReading reading, Function<List<Consultation>, String> asked) {
        return new ClockExplanation(
                reading,
                sentences(reading, asked),
                reading.breaches().stream()
                        .map(it -> line(it.date(), words.breach(it), words.article(it)))
                        .toList(),
                reading.remarks().stream()
                        .map(it -> line(it.date(), words.remark(it), words.article(it)))
                        .toList(),
                reading.days().stream().map(it -> day(it, asked)).toList());
    }

    private List<String> sentences(
            ClockReading reading, Function<List<Consultation>, String> asked) {
        var said = new ArrayList<String>();
        if (reading.receivedOn() != null) {
            said.add(say("received", reading.receivedOn()));
        }
        var period = reading.period();
        if (period != null && period.startedBy() != ReplyPeriod.Cause.RECEIPT) {
            said.add(say("started", words.cause(period.startedBy()), period.startedOn()));
        }
        reading.pauses()
                .forEach(
                        it ->
                                said.add(
                                        say(
                                                "pause",
                                                it.from(),
                                                it.to(),
                                                asked.apply(it.consultations()))));
        var due = reading.due();
        if (due != null) {
            var counted = reading.days().stream().filter(ClockDay::counted).count();
            said.add(say("counted", counted, due));
            var warn = reading.warnBy();
            if (warn != null && warn.isBefore(due)) {
                said.add(say("warn", warn));
            }
        }
        if (reading.waitingFor() != null) {
            said.add(words.waiting(reading.waitingFor()));
        }
        if (reading.provisional()) {
            said.add(say("provisional"));
        }
        return said;
    }

    private ClockExplanation.Day day(ClockDay day, Function<List<Consultation>, String> asked) {
        return new ClockExplanation.Day(
                day.date(),
                dates.day(day.date()),
                day.effect() == ClockDay.Effect.EXCLUDED
                        ? asked.apply(day.consultations())
                        : words.reason(day),
                day.number() == null
                        ? wording.say("requestclock.not-counted")
                        : wording.say("requestclock.nth", day.number()),
                day.number(),
                words.ground(day));
    }

    private String line(LocalDate date, String what, String article) {
        return wording.say("requestclock.breach.line", date, what, article);
    }

    private String say(String key, Object... values) {
        return wording.say("requestclock.explain." + key, values);
    }
}
