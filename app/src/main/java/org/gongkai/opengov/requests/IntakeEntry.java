package org.gongkai.opengov.requests;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A request as staff takes it in (登记录入): what it says, how and when it came. The day of receipt is
 * not among it: that follows from channel and evidence (条例 art. 31).
 *
 * @param channel as {@code signed-post}
 * @param arrivedOn the day it was handed over, signed for, or came; today if none is named
 * @param evidence postmark, signed slip, journal of the fax or mail box
 * @param lateReason why it is entered after that day
 * @param takenDown whether it was said and written down for the applicant, who heard it read back
 *     (art. 29)
 */
public record IntakeEntry(
        RequestEntry request,
        @Nullable String channel,
        @Nullable String arrivedOn,
        @Nullable String evidence,
        @Nullable String lateReason,
        boolean takenDown) {

    private static final int LONGEST = 400;

    /** A request that comes over the site, today. */
    static Checked online(RequestEntry.Checked request, LocalDate today) {
        return new Checked(request, IntakeChannel.ONLINE, today, null, null, false);
    }

    /** What was typed, in order. */
    record Checked(
            RequestEntry.Checked request,
            IntakeChannel channel,
            LocalDate arrivedOn,
            @Nullable String evidence,
            @Nullable String lateReason,
            boolean takenDown) {
        @Override
        public String toString() {
            return "Checked";
        }
    }

    Checked check(LocalDate today) {
        var problems = new ArrayList<FieldProblem>();
        var came = IntakeChannel.named(RequestEntry.line(channel));
        if (came.isEmpty()) {
            problems.add(FieldProblem.of("channel", "requests.field.choose.channel"));
        }
        var on = day(today, problems).orElse(today);
        var proof = text("evidence", evidence, problems);
        var late = text("lateReason", lateReason, problems);
        if (on.isAfter(today)) {
            problems.add(FieldProblem.of("arrivedOn", "requests.event.future"));
        }
        if (on.isBefore(today)) {
            if (late == null) {
                problems.add(FieldProblem.of("lateReason", "requests.event.late-reason"));
            }
            if (proof == null) {
                problems.add(FieldProblem.of("evidence", "requests.event.late-evidence"));
            }
        }
        var checked = request(problems);
        if (!problems.isEmpty()) {
            throw Refusal.invalid(List.copyOf(problems));
        }
        return new Checked(
                checked.orElseThrow(),
                came.orElseThrow(),
                on,
                proof,
                on.isBefore(today) ? late : null,
                takenDown);
    }

    private Optional<RequestEntry.Checked> request(List<FieldProblem> problems) {
        try {
            return Optional.of(request.check());
        } catch (Refusal refused) {
            problems.addAll(refused.problems());
            return Optional.empty();
        }
    }

    private Optional<LocalDate> day(LocalDate today, List<FieldProblem> problems) {
        var typed = RequestEntry.line(arrivedOn);
        try {
            return typed.isEmpty() ? Optional.of(today) : Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException e) {
            problems.add(FieldProblem.of("arrivedOn", "requests.event.day"));
            return Optional.empty();
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
        return "IntakeEntry";
    }
}
