package org.gongkai.opengov.requests;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The day of receipt (收到申请之日), 《政府信息公开条例》 art. 31: derived from channel and evidence, never typed.
 *
 * <p>Handed over or signed for: that day. Ordinary letter, internet, fax: the day on which the
 * applicant was reached and both sides confirmed; unknown until then.
 */
public final class ReceiptDate {
    private ReceiptDate() {}

    /** The day of receipt; empty while the applicant has not been reached. */
    public static Optional<LocalDate> of(
            IntakeChannel channel, LocalDate arrivedOn, @Nullable LocalDate confirmedOn) {
        return channel.needsConfirmation()
                ? Optional.ofNullable(confirmedOn)
                : Optional.of(arrivedOn);
    }
}
