package org.gongkai.opengov.requestclock;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks the calculator of request clocks (办理时限测算): what happened, by which calendar,
 * and as of which day.
 *
 * @param asOf null where nothing is said of today: then nothing lies in the future
 */
public record ClockQuestion(
        CalendarCode calendar, @Nullable LocalDate asOf, List<ClockEvent> events) {

    /** The most events that are read at once; no case comes near it. */
    public static final int MOST_EVENTS = 200;

    public ClockQuestion {
        events = List.copyOf(events);
    }

    /** Reads what was typed; refuses it with all that is wrong at once. */
    public static ClockQuestion read(
            @Nullable String calendar,
            @Nullable String asOf,
            @Nullable List<? extends @Nullable EventInput> events) {
        var problems = new ArrayList<FieldProblem>();
        var code = CalendarCode.of(calendar == null ? "" : calendar.strip());
        if (code.isEmpty()) {
            problems.add(FieldProblem.of("calendar", "requestclock.calendar.unknown"));
        }
        var day = asOf(asOf, problems);
        var read = events(events == null ? List.of() : events, problems);
        if (!problems.isEmpty() || code.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        return new ClockQuestion(code.get(), day, read);
    }

    private static @Nullable LocalDate asOf(@Nullable String typed, List<FieldProblem> problems) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            problems.add(FieldProblem.of("asOf", "requestclock.event.day.unreadable"));
            return null;
        }
    }

    private static List<ClockEvent> events(
            List<? extends @Nullable EventInput> inputs, List<FieldProblem> problems) {
        if (inputs.size() > MOST_EVENTS) {
            problems.add(FieldProblem.of("events", "requestclock.events.too-many", MOST_EVENTS));
            return List.of();
        }
        var events = new ArrayList<ClockEvent>();
        for (int i = 0; i < inputs.size(); i++) {
            var input = inputs.get(i);
            var event = input == null ? null : input.read(place(i), problems);
            if (input == null) {
                problems.add(FieldProblem.of(place(i), "requestclock.event.missing"));
            }
            if (event != null) {
                events.add(event);
            }
        }
        return events;
    }

    /** The refusal of a list that cannot have happened, at its first event that cannot be. */
    public static Refusal refusal(ImpossibleEvent impossible) {
        return Refusal.invalid(
                impossible.index() < 0 ? "events" : place(impossible.index()),
                "requestclock.impossible." + impossible.why().code());
    }

    /** How the event at this index is named where something is wrong with it. */
    static String place(int index) {
        return "events[" + index + "]";
    }
}
