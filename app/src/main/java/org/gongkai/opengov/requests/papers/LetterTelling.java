package org.gongkai.opengov.requests.papers;

import java.util.Map;
import org.gongkai.opengov.requests.EventEntry;
import org.gongkai.opengov.requests.RequestStep;
import org.gongkai.opengov.requests.letters.LetterField;
import org.gongkai.opengov.requests.letters.LetterKind;
import org.jspecify.annotations.Nullable;

/**
 * What a letter tells its case (文书转为办理环节): what was asked, of whom, until when, how it went out.
 *
 * @param entry day, way and proof as they were typed
 */
record LetterTelling(
        @Nullable String note,
        @Nullable String party,
        @Nullable String term,
        @Nullable String workingDays,
        @Nullable String outcome,
        LetterMoveEntry entry) {

    static LetterTelling saying(@Nullable String note) {
        return new LetterTelling(note, null, null, null, null, LetterMoveEntry.none());
    }

    static LetterTelling ending(String outcome) {
        return new LetterTelling(null, null, null, null, outcome, LetterMoveEntry.none());
    }

    static LetterTelling sent(@Nullable String note, LetterMoveEntry entry) {
        return new LetterTelling(note, null, null, null, null, entry);
    }

    /** What a notice tells. */
    static LetterTelling of(
            CaseLetter letter,
            LetterDraft draft,
            @Nullable Integer extension,
            LetterMoveEntry entry) {
        var typed = draft.typed();
        var said = said(letter.kind(), typed);
        var number = letter.number();
        return new LetterTelling(
                said == null && number != null ? number.toString() : said,
                party(letter.kind(), typed),
                term(letter.kind(), typed),
                extension == null ? null : extension.toString(),
                null,
                entry);
    }

    private static @Nullable String said(LetterKind kind, Map<String, String> typed) {
        return switch (kind) {
            case CORRECTION_NOTICE -> typed.get(LetterField.TO_CORRECT.slug());
            case REASONS_NOTICE -> typed.get(LetterField.VOLUME.slug());
            case LATER_DATE_NOTICE, EXTENSION_NOTICE -> typed.get(LetterField.REASONS.slug());
            case THIRD_PARTY_CONSULTATION, CO_AUTHOR_CONSULTATION ->
                    typed.get(LetterField.INFORMATION.slug());
            case ASSISTANCE_LETTER -> typed.get(LetterField.QUESTION.slug());
            default -> null;
        };
    }

    private static @Nullable String party(LetterKind kind, Map<String, String> typed) {
        return switch (kind) {
            case THIRD_PARTY_CONSULTATION -> typed.get(LetterField.THIRD_PARTY.slug());
            case CO_AUTHOR_CONSULTATION, ASSISTANCE_LETTER ->
                    typed.get(LetterField.OTHER_AGENCY.slug());
            default -> null;
        };
    }

    private static @Nullable String term(LetterKind kind, Map<String, String> typed) {
        return switch (kind) {
            case CORRECTION_NOTICE, REASONS_NOTICE -> typed.get(LetterField.TERM.slug());
            case LATER_DATE_NOTICE -> typed.get(LetterField.NEW_DUE.slug());
            default -> null;
        };
    }

    EventEntry as(RequestStep step) {
        return new EventEntry(
                step.slug(),
                entry.date(),
                note,
                entry.evidence(),
                entry.lateReason(),
                party,
                workingDays,
                null,
                entry.way(),
                term,
                outcome,
                null);
    }
}
