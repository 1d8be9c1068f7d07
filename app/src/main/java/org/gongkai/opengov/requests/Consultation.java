package org.gongkai.opengov.requests;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody outside who was asked (征求意见), 《政府信息公开条例》 arts. 32–34.
 *
 * @param askedOn the day the letter left
 * @param receivedOn the day it was received; null while that is not proved
 * @param endedOn the day the answer came or silence was established; null while it is open
 */
public record Consultation(
        Kind kind,
        String party,
        LocalDate askedOn,
        @Nullable LocalDate receivedOn,
        @Nullable LocalDate endedOn) {

    /** Who can be asked, and by which steps. */
    public enum Kind {
        /** 第三方: silence is no consent. */
        THIRD_PARTY(
                RequestStep.THIRD_PARTY_ASKED,
                RequestStep.THIRD_PARTY_RECEIVED,
                RequestStep.THIRD_PARTY_ANSWERED,
                RequestStep.THIRD_PARTY_SILENT),
        /** 共同制作机关: silence is consent. */
        CO_AUTHOR(
                RequestStep.CO_AUTHOR_ASKED,
                RequestStep.CO_AUTHOR_RECEIVED,
                RequestStep.CO_AUTHOR_ANSWERED,
                RequestStep.CO_AUTHOR_SILENT),
        /** 其他机关: no term is set for its answer. */
        AGENCY(RequestStep.AGENCY_ASKED, null, RequestStep.AGENCY_ANSWERED, null);

        private final RequestStep asked;
        private final @Nullable RequestStep received;
        private final RequestStep answered;
        private final @Nullable RequestStep silent;

        Kind(
                RequestStep asked,
                @Nullable RequestStep received,
                RequestStep answered,
                @Nullable RequestStep silent) {
            this.asked = asked;
            this.received = received;
            this.answered = answered;
            this.silent = silent;
        }

        /** The kind to which a step belongs; empty for a step that is no consultation. */
        static Optional<Kind> of(RequestStep step) {
            return Arrays.stream(values())
                    .filter(
                            it ->
                                    step == it.asked
                                            || step == it.received
                                            || step == it.answered
                                            || step == it.silent)
                    .findFirst();
        }

        boolean begins(RequestStep step) {
            return step == asked;
        }

        boolean arrives(RequestStep step) {
            return step == received;
        }

        boolean isSilence(RequestStep step) {
            return step == silent;
        }
    }

    public boolean isOpen() {
        return endedOn == null;
    }

    Consultation received(LocalDate day) {
        return new Consultation(kind, party, askedOn, day, endedOn);
    }

    Consultation ended(LocalDate day) {
        return new Consultation(kind, party, askedOn, receivedOn, day);
    }
}
