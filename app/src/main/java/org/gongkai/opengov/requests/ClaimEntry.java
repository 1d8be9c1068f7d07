package org.gongkai.opengov.requests;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A correction or complaint as it was typed (更正和投诉录入).
 *
 * @param kind as {@code record-correction}
 * @param receivedOn the day it came, for the office; today if none is named
 * @param website a field that people do not see and machines fill in
 */
public record ClaimEntry(
        @Nullable String kind,
        @Nullable String name,
        @Nullable String identityKind,
        @Nullable String identityNumber,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String address,
        @Nullable String about,
        @Nullable String evidence,
        @Nullable String receivedOn,
        @Nullable String website) {
    /** The longest text, in characters. */
    public static final int LONGEST = 10_000;

    /** A form with nothing typed yet. */
    public static ClaimEntry empty() {
        return new ClaimEntry(null, null, null, null, null, null, null, null, null, null, null);
    }

    /** What was typed, in order. */
    record Checked(
            ClaimKind kind,
            Applicant person,
            String about,
            @Nullable String evidence,
            LocalDate receivedOn) {
        @Override
        public String toString() {
            return "Checked";
        }
    }

    /** Refuses with every field that has to be mended. */
    Checked check(LocalDate today) {
        var problems = new ArrayList<FieldProblem>();
        if (!RequestEntry.line(website).isEmpty()) {
            problems.add(FieldProblem.of("website", "requests.field.website"));
        }
        var chosen = ClaimKind.named(RequestEntry.line(kind));
        if (chosen.isEmpty()) {
            problems.add(FieldProblem.of("kind", "requests.claim.kind.required"));
        }
        var said = text("about", about, problems);
        if (said == null) {
            problems.add(FieldProblem.of("about", "requests.claim.about.required"));
        }
        var shown = text("evidence", evidence, problems);
        if (shown == null && chosen.filter(it -> !it.isComplaint()).isPresent()) {
            problems.add(FieldProblem.of("evidence", "requests.claim.evidence.required"));
        }
        var on = day(today, problems);
        var person = person(problems);
        if (!problems.isEmpty() || person == null || said == null) {
            throw Refusal.invalid(problems.stream().distinct().toList());
        }
        return new Checked(chosen.orElseThrow(), person, said, shown, on);
    }

    private @Nullable Applicant person(List<FieldProblem> problems) {
        var to =
                new Applicant.Contact(
                        RequestEntry.given(phone),
                        RequestEntry.given(email),
                        RequestEntry.given(address));
        if (to.phone() == null && to.email() == null && to.address() == null) {
            problems.add(FieldProblem.of("phone", "requests.field.contact"));
        }
        try {
            return new Applicant(
                    RequestEntry.identityOf(name, identityKind, identityNumber), to, null);
        } catch (Refusal refused) {
            problems.addAll(refused.problems());
            return null;
        }
    }

    private LocalDate day(LocalDate today, List<FieldProblem> problems) {
        var typed = RequestEntry.line(receivedOn);
        if (typed.isEmpty()) {
            return today;
        }
        try {
            var on = LocalDate.parse(typed);
            if (on.isAfter(today)) {
                problems.add(FieldProblem.of("receivedOn", "requests.event.future"));
            }
            return on;
        } catch (DateTimeParseException e) {
            problems.add(FieldProblem.of("receivedOn", "requests.event.day"));
            return today;
        }
    }

    private static @Nullable String text(
            String field, @Nullable String typed, List<FieldProblem> problems) {
        var text = RequestEntry.text(typed);
        if (text.length() > LONGEST) {
            problems.add(FieldProblem.of(field, "requests.field.too-long", LONGEST));
        }
        return text.isEmpty() ? null : text;
    }

    @Override
    public String toString() {
        return "ClaimEntry";
    }
}
