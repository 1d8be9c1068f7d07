package org.gongkai.opengov.pushing.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.gongkai.opengov.disclosures.PublicListing;
import org.gongkai.opengov.pushing.PushAttempt;
import org.gongkai.opengov.pushing.PushDesk.PushHistory;
import org.gongkai.opengov.pushing.PushDesk.PushLine;
import org.gongkai.opengov.pushing.PushStep;
import org.gongkai.opengov.pushing.PushStepTaken;
import org.gongkai.opengov.pushing.Receipt;
import org.jspecify.annotations.Nullable;

/** A push over the API (推送). */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PushAnswer(
        long id,
        String idempotencyKey,
        String document,
        String indexNumber,
        @Nullable String title,
        String operation,
        int edition,
        int sequence,
        String state,
        Instant queuedAt,
        Instant dueAt,
        int attempts,
        int failures,
        @Nullable String receipt,
        @Nullable String externalIndexNumber,
        @Nullable Instant receivedAt,
        List<String> allowedSteps,
        @Nullable List<Attempt> attemptsMade,
        @Nullable List<Taken> stepsTaken) {

    /** One try. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Attempt(
            int number,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String outcome,
            @Nullable String code,
            @Nullable String detail) {
        static Attempt of(PushAttempt attempt) {
            return new Attempt(
                    attempt.number(),
                    attempt.startedAt(),
                    attempt.endedAt(),
                    attempt.outcome() == null ? null : slug(attempt.outcome()),
                    attempt.code(),
                    attempt.detail());
        }
    }

    /** What a person did. */
    record Taken(String step, String reason, Instant takenAt) {
        static Taken of(PushStepTaken taken) {
            return new Taken(taken.step().slug(), taken.reason(), taken.takenAt());
        }
    }

    static PushAnswer of(PushLine line) {
        return of(line, null, null);
    }

    static PushAnswer of(PushHistory history) {
        return of(
                history.line(),
                history.attempts().stream().map(Attempt::of).toList(),
                history.steps().stream().map(Taken::of).toList());
    }

    private static PushAnswer of(
            PushLine line, @Nullable List<Attempt> attempts, @Nullable List<Taken> steps) {
        var push = line.push();
        Receipt receipt = push.receipt();
        return new PushAnswer(
                push.id(),
                push.key(),
                push.document().toString(),
                push.indexNumber(),
                line.document().map(PublicListing::title).orElse(null),
                push.operation().slug(),
                push.edition(),
                push.sequence(),
                push.state().slug(),
                push.queuedAt(),
                push.dueAt(),
                push.attempts(),
                push.failures(),
                receipt == null ? null : receipt.number(),
                receipt == null ? null : receipt.externalNumber(),
                receipt == null ? null : receipt.receivedAt(),
                line.allowed().stream().map(PushStep::slug).toList(),
                attempts,
                steps);
    }

    private static String slug(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
