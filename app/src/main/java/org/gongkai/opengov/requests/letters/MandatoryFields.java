package org.gongkai.opengov.requests.letters;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.gongkai.opengov.requests.decisions.Outcome;
import org.gongkai.opengov.requests.decisions.Told;

/**
 * What a template has to name, because the letter has to say it (必备字段), and what it may not,
 * because who gets it may not learn who asked. An article without a name is one of 《政府信息公开条例》.
 */
final class MandatoryFields {
    private MandatoryFields() {}

    /** What a letter has to say. */
    static Set<LetterField> of(LetterKind kind) {
        return switch (kind) {
            // Art. 31: by it the applicant knows that, and when, the request was received.
            case REGISTRATION_RECEIPT ->
                    EnumSet.of(LetterField.REGISTRATION, LetterField.RECEIVED_ON);
            // Art. 30: what is to be completed, and a reasonable term.
            case CORRECTION_NOTICE -> EnumSet.of(LetterField.TO_CORRECT, LetterField.TERM);
            // Art. 33.
            case EXTENSION_NOTICE -> EnumSet.of(LetterField.REASONS, LetterField.NEW_DUE);
            // Arts. 32, 34.
            case THIRD_PARTY_CONSULTATION, THIRD_PARTY_REPLY_FORM, CO_AUTHOR_CONSULTATION ->
                    EnumSet.of(LetterField.INFORMATION);
            case CONSULTATION_NOTICE -> EnumSet.of(LetterField.SENT_ON);
            // Art. 32: what is disclosed, and why.
            case THIRD_PARTY_DISCLOSURE -> EnumSet.of(LetterField.PUBLIC_PART, LetterField.REASONS);
            case ASSISTANCE_LETTER -> EnumSet.of(LetterField.QUESTION);
            // Art. 35.
            case REASONS_NOTICE -> EnumSet.of(LetterField.VOLUME, LetterField.TERM);
            case LATER_DATE_NOTICE -> EnumSet.of(LetterField.NEW_DUE);
            // 国办函〔2020〕109号: basis, standard, amount and way to pay.
            case FEE_NOTICE ->
                    EnumSet.of(
                            LetterField.FEE_METHOD,
                            LetterField.FEE_LINES,
                            LetterField.FEE_SUM,
                            LetterField.FEE_WAY);
            // Arts. 35, 36, 39; 行政复议法 art. 23 ¶2: the way to a remedy is told.
            case REPLY, NO_HANDLING -> EnumSet.of(LetterField.ANSWER, LetterField.REMEDY);
            // Art. 41.
            case RECORD_CORRECTED -> EnumSet.of(LetterField.RECORD_AFTER);
            case RECORD_FORWARDED -> EnumSet.of(LetterField.FORWARDED_TO);
            // Art. 51; 行政复议法 art. 11: the way to a remedy is told with a refusal.
            case RECORD_NOT_CORRECTED -> EnumSet.of(LetterField.REASONS, LetterField.REMEDY);
            case RECORD_POINTED_ON -> EnumSet.of(LetterField.RIGHT_AGENCY);
            // Arts. 47, 51.
            case COMPLAINT_RESULT -> EnumSet.of(LetterField.OUTCOME, LetterField.REASONS);
            // 民事诉讼法 arts. 87–95.
            case DELIVERY_RECEIPT -> EnumSet.of(LetterField.PAPER, LetterField.RECIPIENT);
            case FILE_NOTE -> EnumSet.of(LetterField.OUTCOME, LetterField.HISTORY);
        };
    }

    /** What an answer with this outcome has to say, art. 36. */
    static Set<LetterField> of(Outcome outcome) {
        var fields = EnumSet.of(LetterField.MATTER);
        outcome.must().stream().map(MandatoryFields::field).forEach(fields::add);
        if (!outcome.articles().isEmpty()) {
            fields.add(LetterField.BASIS);
        }
        return fields;
    }

    /** Of a part of a set by its name; nothing for one that is none. */
    static Set<LetterField> of(String part) {
        return LetterKind.named(part)
                .map(MandatoryFields::of)
                .or(() -> outcome(part).map(MandatoryFields::of))
                .orElse(Set.of());
    }

    /**
     * What a part may not name: art. 32, third parties and other agencies never learn who asked.
     */
    static Set<LetterField> forbidden(String part) {
        return LetterKind.named(part)
                .filter(
                        it ->
                                switch (it) {
                                    case THIRD_PARTY_CONSULTATION,
                                            THIRD_PARTY_REPLY_FORM,
                                            THIRD_PARTY_DISCLOSURE,
                                            CO_AUTHOR_CONSULTATION,
                                            ASSISTANCE_LETTER ->
                                            true;
                                    default -> false;
                                })
                .<Set<LetterField>>map(
                        _ ->
                                EnumSet.of(
                                        LetterField.APPLICANT,
                                        LetterField.YOU,
                                        LetterField.REGISTRATION))
                .orElse(Set.of());
    }

    static Optional<Outcome> outcome(String part) {
        return Arrays.stream(Outcome.values())
                .filter(it -> part.equals(TemplateSet.BLOCK + it.slug()))
                .findFirst();
    }

    static LetterField field(Told what) {
        return switch (what) {
            case HOW_TO_GET -> LetterField.HOW_TO_GET;
            case WHEN -> LetterField.WHEN;
            case PUBLIC_PART -> LetterField.PUBLIC_PART;
            case REASONS -> LetterField.REASONS;
            case LAW -> LetterField.LAW;
            case SEARCH -> LetterField.SEARCH;
            case RIGHT_AGENCY -> LetterField.RIGHT_AGENCY;
            case AGENCY_UNKNOWN -> LetterField.AGENCY_UNKNOWN;
            case EARLIER_ANSWER -> LetterField.EARLIER_ANSWER;
            case PROPER_CHANNEL -> LetterField.PROPER_CHANNEL;
        };
    }
}
