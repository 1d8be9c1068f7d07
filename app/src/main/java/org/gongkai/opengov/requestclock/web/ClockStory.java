package org.gongkai.opengov.requestclock.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.opengov.requestclock.ClockReading;
import org.gongkai.opengov.requestclock.ClockWords;
import org.gongkai.platform.pages.ChineseDates;
import org.gongkai.platform.pages.Fact;
import org.gongkai.platform.pages.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The days of a reading that one wants to know, with their names (关键日期). */
@Component
class ClockStory {
    private final ClockWords words;
    private final Wording wording;
    private final ChineseDates dates;

    ClockStory(ClockWords words, Wording wording, ChineseDates dates) {
        this.words = words;
        this.wording = wording;
        this.dates = dates;
    }

    List<Fact> facts(ClockReading reading) {
        var facts = new ArrayList<Fact>();
        add(facts, "received", reading.receivedOn());
        var period = reading.period();
        if (period != null) {
            facts.add(
                    fact(
                            "started",
                            wording.say(
                                    "requestclock.fact.started.value",
                                    period.startedOn(),
                                    words.cause(period.startedBy()))));
        }
        add(facts, "correction", reading.correctionNoticeBy());
        add(facts, "extension", reading.extensionNoticeBy());
        add(facts, "extendable", reading.extendableTo());
        add(facts, "pay", reading.payBy());
        reading.terms().forEach(it -> facts.add(term(it)));
        reading.pauses()
                .forEach(
                        it ->
                                facts.add(
                                        fact(
                                                "paused",
                                                wording.say(
                                                        "requestclock.fact.paused.value",
                                                        it.from(),
                                                        it.to(),
                                                        words.consultations(it.consultations())))));
        return facts;
    }

    private Fact term(ClockReading.Term term) {
        var due = term.due();
        return Fact.of(
                wording.say(
                        "requestclock.fact.term",
                        words.consultations(List.of(term.consultation()))),
                due == null ? wording.say("requestclock.fact.term.unknown") : dates.day(due));
    }

    private void add(List<Fact> facts, String name, @Nullable LocalDate day) {
        if (day != null) {
            facts.add(fact(name, dates.day(day)));
        }
    }

    private Fact fact(String name, String value) {
        return Fact.of(wording.say("requestclock.fact." + name), value);
    }
}
