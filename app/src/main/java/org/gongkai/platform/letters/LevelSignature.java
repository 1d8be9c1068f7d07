package org.gongkai.platform.letters;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A signature given at one level (签批): the gates, the opinion, who signed and on which day.
 *
 * @param actingFor the person for whom a deputy signed (代签), if so
 * @param paperCheckedBy who confirmed the handwriting, if it was signed on paper (纸质签批)
 */
public record LevelSignature(
        Gates gates,
        String opinion,
        String name,
        @Nullable String actingFor,
        LocalDate signedOn,
        @Nullable String paperCheckedBy) {

    /** Signed in the system by the person in office. */
    public static LevelSignature of(Gates gates, String opinion, String name, LocalDate signedOn) {
        return new LevelSignature(gates, opinion, name, null, signedOn, null);
    }

    /** The same, signed in place of an absent person. */
    public LevelSignature actingFor(String person) {
        return new LevelSignature(gates, opinion, name, person, signedOn, paperCheckedBy);
    }

    /** The same, signed by hand on the printed form and confirmed by a second person. */
    public LevelSignature onPaperCheckedBy(String person) {
        return new LevelSignature(gates, opinion, name, actingFor, signedOn, person);
    }
}
