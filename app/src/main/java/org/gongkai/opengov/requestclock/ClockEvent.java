package org.gongkai.opengov.requestclock;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a request and bears on its clock (影响办理时限的事件), on the day it happened.
 *
 * <p>《政府信息公开条例》 arts. 30 to 36. What bears on no day (assigned, drafted, reviewed, signed) is not
 * here; inner consultation never stops a clock. Events stand in the order in which they happened.
 */
public sealed interface ClockEvent {

    /** The day it happened. */
    LocalDate date();

    /** The request arrived (收到申请), art. 31; the channel decides whether this is its receipt. */
    record Received(LocalDate date, RequestChannel channel) implements ClockEvent {}

    /** Agency and applicant confirmed the request with one another (双方确认), art. 31. */
    record Confirmed(LocalDate date) implements ClockEvent {}

    /** A correction notice went to the applicant (告知补正), art. 30. */
    record CorrectionAsked(LocalDate date) implements ClockEvent {}

    /** The corrected request arrived (收到补正的申请), art. 30. */
    record Corrected(LocalDate date) implements ClockEvent {}

    /** A letter asking for an opinion left the agency (征求意见函发出), arts. 32 to 34. */
    sealed interface Asked extends ClockEvent {
        /** What the one asked is to the request. */
        Consulted consulted();

        /** Who is asked, by a name or mark that is the same in each event. */
        String party();
    }

    /** That letter was received (征求意见函送达): its 15 working days begin. */
    sealed interface LetterReceived extends ClockEvent {
        /** What the one asked is to the request. */
        Consulted consulted();

        /** Who received it. */
        String party();
    }

    /** The opinion arrived (收到意见). */
    sealed interface Answered extends ClockEvent {
        /** What the one asked is to the request. */
        Consulted consulted();

        /** Who answered. */
        String party();
    }

    /** 征求第三方意见, art. 32. */
    record ThirdPartyAsked(LocalDate date, String party) implements Asked {
        @Override
        public Consulted consulted() {
            return Consulted.THIRD_PARTY;
        }
    }

    /** 第三方收到征求意见书, art. 32. */
    record ThirdPartyReceived(LocalDate date, String party) implements LetterReceived {
        @Override
        public Consulted consulted() {
            return Consulted.THIRD_PARTY;
        }
    }

    /** 第三方提出意见, art. 32. */
    record ThirdPartyAnswered(LocalDate date, String party) implements Answered {
        @Override
        public Consulted consulted() {
            return Consulted.THIRD_PARTY;
        }
    }

    /** 征求共同制作机关意见, art. 34. */
    record CoAuthorAsked(LocalDate date, String party) implements Asked {
        @Override
        public Consulted consulted() {
            return Consulted.CO_AUTHOR;
        }
    }

    /** 共同制作机关收到征求意见函, art. 34. */
    record CoAuthorReceived(LocalDate date, String party) implements LetterReceived {
        @Override
        public Consulted consulted() {
            return Consulted.CO_AUTHOR;
        }
    }

    /** 共同制作机关提出意见, art. 34. */
    record CoAuthorAnswered(LocalDate date, String party) implements Answered {
        @Override
        public Consulted consulted() {
            return Consulted.CO_AUTHOR;
        }
    }

    /** 征求其他机关意见, art. 33. */
    record AgencyAsked(LocalDate date, String party) implements Asked {
        @Override
        public Consulted consulted() {
            return Consulted.AGENCY;
        }
    }

    /** 其他机关提出意见, art. 33. */
    record AgencyAnswered(LocalDate date, String party) implements Answered {
        @Override
        public Consulted consulted() {
            return Consulted.AGENCY;
        }
    }

    /**
     * The applicant was told that the reply period is extended (告知延长答复期限), art. 33.
     *
     * @param workingDays by how many working days, one or more
     */
    record Extended(LocalDate date, int workingDays) implements ClockEvent {
        public Extended {
            if (workingDays < 1) {
                throw new IllegalArgumentException(
                        "An extension has a day or more, not " + workingDays);
            }
        }
    }

    /**
     * The applicant received a fee notice (收到收费通知), 信息处理费管理办法 art. 6.
     *
     * @param sentOn the day it left the agency, which decides whether that was in time; null where
     *     only its receipt is known
     */
    record FeeNoticed(LocalDate date, @Nullable LocalDate sentOn) implements ClockEvent {
        /** A notice of which only the receipt is known. */
        public FeeNoticed(LocalDate date) {
            this(date, null);
        }

        /** The day that has to be in time. */
        LocalDate timelyDay() {
            return sentOn == null ? date : sentOn;
        }
    }

    /** The fee was paid in full (费用缴清). */
    record FeePaid(LocalDate date) implements ClockEvent {}

    /** The applicant was asked why so much or so often (要求说明理由), art. 35. */
    record ReasonsAsked(LocalDate date) implements ClockEvent {}

    /** The applicant gave reasons (申请人说明理由), art. 35. */
    record ReasonsGiven(LocalDate date) implements ClockEvent {}

    /**
     * The agency found the reasons good, fixed a reasonable later day and told the applicant
     * (确定延迟答复的合理期限并告知), art. 35.
     *
     * @param until the later day
     */
    record LaterDateSet(LocalDate date, LocalDate until) implements ClockEvent {}

    /** The answer was made, with number and seal (答复作出); not yet in the applicant's hands. */
    record AnswerMade(LocalDate date) implements ClockEvent {}

    /** The answer was given to the post (答复交邮): the day that counts, 国办公开办函〔2016〕235号. */
    record AnswerDispatched(LocalDate date) implements ClockEvent {}

    /** The answer was signed for in person (答复当面签收): the day that counts, the same paper. */
    record AnswerDelivered(LocalDate date) implements ClockEvent {}

    /** The applicant took the request back (申请人撤回). */
    record Withdrawn(LocalDate date) implements ClockEvent {}

    /** The case was closed without an answer (不再处理): not corrected, not paid, no good reasons. */
    record Closed(LocalDate date) implements ClockEvent {}

    /**
     * The request has to be answered anew (重新办理), after a review, a judgment or on own insight.
     *
     * @param until the last day that the decision sets; null where it sets none
     */
    record Reopened(LocalDate date, @Nullable LocalDate until) implements ClockEvent {}

    /** Its name. */
    default EventType type() {
        return switch (this) {
            case Received _ -> EventType.RECEIVED;
            case Confirmed _ -> EventType.CONFIRMED;
            case CorrectionAsked _ -> EventType.CORRECTION_ASKED;
            case Corrected _ -> EventType.CORRECTED;
            case ThirdPartyAsked _ -> EventType.THIRD_PARTY_ASKED;
            case ThirdPartyReceived _ -> EventType.THIRD_PARTY_RECEIVED;
            case ThirdPartyAnswered _ -> EventType.THIRD_PARTY_ANSWERED;
            case CoAuthorAsked _ -> EventType.CO_AUTHOR_ASKED;
            case CoAuthorReceived _ -> EventType.CO_AUTHOR_RECEIVED;
            case CoAuthorAnswered _ -> EventType.CO_AUTHOR_ANSWERED;
            case AgencyAsked _ -> EventType.AGENCY_ASKED;
            case AgencyAnswered _ -> EventType.AGENCY_ANSWERED;
            case Extended _ -> EventType.EXTENDED;
            case FeeNoticed _ -> EventType.FEE_NOTICED;
            case FeePaid _ -> EventType.FEE_PAID;
            case ReasonsAsked _ -> EventType.REASONS_ASKED;
            case ReasonsGiven _ -> EventType.REASONS_GIVEN;
            case LaterDateSet _ -> EventType.LATER_DATE_SET;
            case AnswerMade _ -> EventType.ANSWER_MADE;
            case AnswerDispatched _ -> EventType.ANSWER_DISPATCHED;
            case AnswerDelivered _ -> EventType.ANSWER_DELIVERED;
            case Withdrawn _ -> EventType.WITHDRAWN;
            case Closed _ -> EventType.CLOSED;
            case Reopened _ -> EventType.REOPENED;
        };
    }
}
