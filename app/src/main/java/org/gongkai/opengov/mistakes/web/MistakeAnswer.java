package org.gongkai.opengov.mistakes.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.opengov.mistakes.MistakeDesk.MistakeHistory;
import org.gongkai.opengov.mistakes.MistakeDesk.MistakeLine;
import org.gongkai.opengov.mistakes.MistakeState;
import org.gongkai.opengov.mistakes.MistakeStep;
import org.gongkai.opengov.mistakes.MistakeStepTaken;
import org.jspecify.annotations.Nullable;

/** A report as the API tells it (找错留言). */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MistakeAnswer(
        long id,
        String number,
        String page,
        String kind,
        String description,
        String state,
        @Nullable String section,
        Instant receivedAt,
        LocalDate due,
        boolean provisional,
        @Nullable Integer workingDaysLeft,
        List<String> allowedSteps,
        @Nullable String contact,
        @Nullable List<Taken> stepsTaken) {

    /** What was done. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Taken(String step, String words, long person, Instant takenAt) {
        static Taken of(MistakeStepTaken it) {
            return new Taken(it.step().slug(), it.words(), it.person().value(), it.takenAt());
        }
    }

    /** A line of the list. */
    static MistakeAnswer of(MistakeLine line) {
        return of(line, null, null);
    }

    /** With its history. */
    static MistakeAnswer of(MistakeHistory history) {
        return of(
                history.line(),
                history.contact(),
                history.steps().stream().map(Taken::of).toList());
    }

    private static MistakeAnswer of(
            MistakeLine line, @Nullable String contact, @Nullable List<Taken> steps) {
        var report = line.report();
        var section = line.section();
        var standing = line.standing();
        return new MistakeAnswer(
                report.id(),
                report.number(),
                report.page(),
                report.kind().slug(),
                report.description(),
                report.state().slug(),
                section == null ? null : section.key(),
                report.receivedAt(),
                standing.due(),
                standing.provisional(),
                report.state() == MistakeState.OPEN ? standing.workingDaysLeft() : null,
                line.allowed().stream().map(MistakeStep::slug).toList(),
                contact,
                steps);
    }
}
