package org.gongkai.opengov.requests;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.gongkai.opengov.requests.decisions.Outcome;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * An event as it was sent (环节录入).
 *
 * @param type as {@code correction-asked}
 * @param date the day it happened; today if none is named
 * @param section key or name
 * @param matters with {@code corrected}: what is asked from now on; as before if there is none
 */
public record EventEntry(
        @Nullable String type,
        @Nullable String date,
        @Nullable String note,
        @Nullable String evidence,
        @Nullable String lateReason,
        @Nullable String party,
        @Nullable String workingDays,
        @Nullable String section,
        @Nullable String way,
        @Nullable String term,
        @Nullable String outcome,
        @Nullable List<String> matters) {

    static final int LONGEST = 4_000;
    private static final int LINE = 200;

    /** A step without anything told. */
    public static EventEntry of(String type) {
        return new EventEntry(
                type, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** Asking a section. */
    static EventEntry assigning(String section, @Nullable String note) {
        return new EventEntry(
                RequestStep.ASSIGNED.slug(),
                null,
                note,
                null,
                null,
                null,
                null,
                section,
                null,
                null,
                null,
                null);
    }

    /** What was sent, in order. */
    record Checked(RequestStep step, LocalDate on, EventFacts facts, List<String> matters) {}

    /** The step named; refuses an unknown one. */
    RequestStep step() {
        return RequestStep.named(RequestEntry.line(type))
                .filter(it -> it != RequestStep.REGISTERED)
                .orElseThrow(() -> Refusal.invalid("type", "requests.event.type"));
    }

    /** Refuses with every field that has to be mended. */
    Checked check(
            LocalDate today, LocalDate arrivedOn, Function<String, @Nullable SectionId> sections) {
        var step = step();
        var problems = new ArrayList<FieldProblem>();
        var on = day("date", date, problems);
        var happened = on == null ? today : on;
        var until = day("term", term, problems);
        if (happened.isAfter(today)) {
            problems.add(FieldProblem.of("date", "requests.event.future"));
        }
        if (happened.isBefore(arrivedOn)) {
            problems.add(FieldProblem.of("date", "requests.event.before-arrival", arrivedOn));
        }
        var late = text("lateReason", lateReason, LINE, problems);
        var proof = text("evidence", evidence, LONGEST, problems);
        if (happened.isBefore(today)) {
            required("lateReason", late, "requests.event.late-reason", problems);
            required("evidence", proof, "requests.event.late-evidence", problems);
        } else {
            late = null;
        }
        if (until != null && !until.isAfter(happened)) {
            problems.add(FieldProblem.of("term", "requests.event.term"));
        }
        var named = RequestEntry.line(section);
        var to = named.isEmpty() ? null : sections.apply(named);
        if (!named.isEmpty() && to == null) {
            problems.add(FieldProblem.of("section", "requests.event.section"));
        }
        var facts =
                new EventFacts(
                        text("note", note, LONGEST, problems),
                        proof,
                        late,
                        text("party", party, LINE, problems),
                        days(problems),
                        to,
                        text("way", way, LINE, problems),
                        until,
                        outcome(step, problems));
        step.needs().forEach(it -> required(it, facts, problems));
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems.stream().distinct().toList());
        }
        return new Checked(step, happened, facts, matters(step));
    }

    private List<String> matters(RequestStep step) {
        return step == RequestStep.CORRECTED
                ? Objects.requireNonNullElse(matters, List.<String>of()).stream()
                        .map(RequestEntry::text)
                        .filter(it -> !it.isEmpty())
                        .toList()
                : List.of();
    }

    private static void required(EventField field, EventFacts facts, List<FieldProblem> problems) {
        Object told =
                switch (field) {
                    case NOTE -> facts.note();
                    case EVIDENCE -> facts.evidence();
                    case PARTY -> facts.party();
                    case WORKING_DAYS -> facts.workingDays();
                    case SECTION -> facts.section();
                    case WAY -> facts.way();
                    case TERM -> facts.term();
                    case OUTCOME -> facts.outcome();
                };
        var name = slug(field);
        if (told == null && problems.stream().noneMatch(it -> it.field().equals(name))) {
            problems.add(FieldProblem.of(name, "requests.event.required." + field.name()));
        }
    }

    /** The name of a field in the API and on the page: {@code workingDays}. */
    public static String slug(EventField field) {
        return field == EventField.WORKING_DAYS
                ? "workingDays"
                : field.name().toLowerCase(Locale.ROOT);
    }

    private static void required(
            String field, @Nullable String told, String key, List<FieldProblem> problems) {
        if (told == null) {
            problems.add(FieldProblem.of(field, key));
        }
    }

    /** The answer names an outcome for each matter, review and suit how they ended. */
    private @Nullable String outcome(RequestStep step, List<FieldProblem> problems) {
        var named =
                Arrays.stream(RequestEntry.line(outcome).split("[,，\\s]+"))
                        .filter(it -> !it.isEmpty())
                        .toList();
        var known =
                switch (step) {
                    case MADE_ANSWER ->
                            named.stream().allMatch(it -> Outcome.named(it).isPresent());
                    case REVIEW_RESULT, SUIT_RESULT ->
                            named.size() <= 1
                                    && named.stream()
                                            .allMatch(it -> CourtResult.named(it).isPresent());
                    default -> true;
                };
        if (!known) {
            problems.add(FieldProblem.of("outcome", "requests.event.outcome"));
        }
        return named.isEmpty() ? null : String.join(",", named);
    }

    private @Nullable Integer days(List<FieldProblem> problems) {
        var typed = RequestEntry.line(workingDays);
        if (typed.isEmpty()) {
            return null;
        }
        if (!typed.matches("[1-9][0-9]{0,2}")) {
            problems.add(FieldProblem.of("workingDays", "requests.event.working-days"));
            return null;
        }
        return Integer.valueOf(typed);
    }

    private static @Nullable String text(
            String field, @Nullable String typed, int longest, List<FieldProblem> problems) {
        var text = RequestEntry.text(typed);
        if (text.length() > longest) {
            problems.add(FieldProblem.of(field, "requests.field.too-long", longest));
        }
        return text.isEmpty() ? null : text;
    }

    private static @Nullable LocalDate day(
            String field, @Nullable String typed, List<FieldProblem> problems) {
        var text = RequestEntry.line(typed);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            problems.add(FieldProblem.of(field, "requests.event.day"));
            return null;
        }
    }
}
