package org.gongkai.opengov.requests.papers;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What was sent with a step of a letter (文书环节录入).
 *
 * @param sha256 of the edition that was read, where it is reviewed or signed
 * @param note an opinion, or the reason of a return
 * @param date the day it left or was received; today if none is named
 * @param lateReason why it is entered after its day
 */
public record LetterMoveEntry(
        @Nullable String sha256,
        @Nullable String note,
        @Nullable String date,
        @Nullable String way,
        @Nullable String evidence,
        @Nullable String lateReason) {
    private static final int LINE = 200;
    private static final int LONGEST = 4_000;

    /** Nothing beside the step. */
    public static LetterMoveEntry none() {
        return new LetterMoveEntry(null, null, null, null, null, null);
    }

    /** It was sent: by which way, and what shows it. */
    void requireSent() {
        require("way", way, LINE);
        require("evidence", evidence, LONGEST);
    }

    /** A reason is given. */
    void requireReason() {
        require("note", note, LONGEST);
    }

    /** The day it happened. */
    LocalDate day(LocalDate today) {
        var typed = text(date);
        try {
            var day = typed == null ? today : LocalDate.parse(typed);
            if (day.isAfter(today)) {
                throw Refusal.invalid("date", "requests.event.future");
            }
            return day;
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("date", "requests.event.day");
        }
    }

    private static void require(String field, @Nullable String typed, int longest) {
        var text = Objects.requireNonNullElse(text(typed), "");
        if (text.isEmpty()) {
            throw Refusal.invalid(field, "requests.papers.required." + field);
        }
        if (text.length() > longest) {
            throw Refusal.invalid(field, "requests.field.too-long", longest);
        }
    }

    static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
