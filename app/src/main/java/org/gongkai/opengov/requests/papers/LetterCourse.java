package org.gongkai.opengov.requests.papers;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongkai.opengov.requests.ClaimKind;
import org.gongkai.opengov.requests.ClaimStep;
import org.gongkai.opengov.requests.RequestStep;
import org.gongkai.opengov.requests.letters.LetterKind;

/** Which way a letter goes before it leaves (文书流程), ADR 0188. */
public enum LetterCourse {
    /**
     * 答复书、不予处理告知书, and the ends of corrections and complaints: drafted, reviewed, signed by a
     * leader. For a request each is a step of the case.
     */
    ANSWER,
    /** Notices and inquiries: drafted, signed by the head of the disclosure office or a leader. */
    NOTICE,
    /** 登记回执、办理终止记录: made by the office as it is. */
    PLAIN;

    /** Written in corrections of records (art. 41) and complaints (arts. 47, 51). */
    private static final Set<LetterKind> OF_CLAIMS =
            EnumSet.of(
                    LetterKind.RECORD_CORRECTED,
                    LetterKind.RECORD_FORWARDED,
                    LetterKind.RECORD_NOT_CORRECTED,
                    LetterKind.RECORD_POINTED_ON,
                    LetterKind.COMPLAINT_RESULT);

    private static final Set<LetterKind> ANSWERS =
            EnumSet.of(LetterKind.REPLY, LetterKind.NO_HANDLING);
    private static final Set<LetterKind> PLAIN_ONES =
            EnumSet.of(LetterKind.REGISTRATION_RECEIPT, LetterKind.FILE_NOTE);

    /** Enclosed in or printed with other letters. */
    private static final Set<LetterKind> NOT_BY_THEMSELVES =
            EnumSet.of(LetterKind.THIRD_PARTY_REPLY_FORM, LetterKind.DELIVERY_RECEIPT);

    private static final Set<LetterKind> TO_OTHERS =
            EnumSet.of(
                    LetterKind.THIRD_PARTY_CONSULTATION,
                    LetterKind.THIRD_PARTY_DISCLOSURE,
                    LetterKind.CO_AUTHOR_CONSULTATION,
                    LetterKind.ASSISTANCE_LETTER);

    /** The letters that are written in a request, in the order of the list. */
    public static List<LetterKind> written() {
        return Arrays.stream(LetterKind.values())
                .filter(it -> !NOT_BY_THEMSELVES.contains(it) && !OF_CLAIMS.contains(it))
                .toList();
    }

    /** The letters by which corrections and complaints end, in the order of the list. */
    public static List<LetterKind> ofClaims() {
        return List.copyOf(OF_CLAIMS);
    }

    /** By which letter this end of a correction or complaint is told. */
    static LetterKind telling(ClaimKind kind, ClaimStep end) {
        if (kind.isComplaint()) {
            return LetterKind.COMPLAINT_RESULT;
        }
        return switch (end) {
            case CORRECTED -> LetterKind.RECORD_CORRECTED;
            case NOT_CORRECTED -> LetterKind.RECORD_NOT_CORRECTED;
            case FORWARDED -> LetterKind.RECORD_FORWARDED;
            case POINTED_ON -> LetterKind.RECORD_POINTED_ON;
            default -> throw new IllegalArgumentException("No letter tells " + end);
        };
    }

    /** The way of a letter. */
    public static LetterCourse of(LetterKind kind) {
        if (ANSWERS.contains(kind) || OF_CLAIMS.contains(kind)) {
            return ANSWER;
        }
        return PLAIN_ONES.contains(kind) ? PLAIN : NOTICE;
    }

    /** Whether it goes to a third party or another agency, who never learn who asked. */
    public static boolean toOthers(LetterKind kind) {
        return TO_OTHERS.contains(kind);
    }

    /** Whether the applicant gets it. */
    public static boolean toApplicant(LetterKind kind) {
        return kind != LetterKind.FILE_NOTE && !toOthers(kind);
    }

    /** The letter by which a step of the case is taken; empty where none of ours is written. */
    public static Optional<LetterKind> by(RequestStep step) {
        return written().stream()
                .filter(
                        it ->
                                onDispatch(it)
                                        .or(() -> onDelivery(it))
                                        .filter(told -> told == step)
                                        .isPresent())
                .findFirst();
    }

    /** Whether this step tells that a letter of this kind was received. */
    public static boolean arriving(RequestStep step, LetterKind kind) {
        return onDelivery(kind).filter(it -> it == step).isPresent();
    }

    /** What it is for the case that a notice has left; empty where it is nothing. */
    static Optional<RequestStep> onDispatch(LetterKind kind) {
        return Optional.ofNullable(
                switch (kind) {
                    case CORRECTION_NOTICE -> RequestStep.CORRECTION_ASKED;
                    case EXTENSION_NOTICE -> RequestStep.EXTENDED;
                    case THIRD_PARTY_CONSULTATION -> RequestStep.THIRD_PARTY_ASKED;
                    case CO_AUTHOR_CONSULTATION -> RequestStep.CO_AUTHOR_ASKED;
                    case ASSISTANCE_LETTER -> RequestStep.AGENCY_ASKED;
                    case REASONS_NOTICE -> RequestStep.REASONS_ASKED;
                    case LATER_DATE_NOTICE -> RequestStep.LATER_DATE_SET;
                    default -> null;
                });
    }

    /** What it is for the case that a notice has been received; empty where it is nothing. */
    static Optional<RequestStep> onDelivery(LetterKind kind) {
        return Optional.ofNullable(
                switch (kind) {
                    case FEE_NOTICE -> RequestStep.FEE_NOTICED;
                    case THIRD_PARTY_CONSULTATION -> RequestStep.THIRD_PARTY_RECEIVED;
                    case CO_AUTHOR_CONSULTATION -> RequestStep.CO_AUTHOR_RECEIVED;
                    default -> null;
                });
    }
}
