package org.gongkai.opengov.inspections.draws;

import java.time.Instant;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A step that was done (办理记录), with its leaf in the log.
 *
 * @param subject the source, or the number of the amendment; empty for other steps
 * @param words why, for a draw called off
 * @param person null for what a witness or the program did
 * @param leafIndex its place in the log, from 0
 * @param leaf what the log holds there
 */
public record DrawEvent(
        Kind kind,
        String subject,
        String words,
        Instant at,
        @Nullable PersonId person,
        long leafIndex,
        String leaf) {

    /** What was done. */
    public enum Kind {
        ANNOUNCE,
        FREEZE,
        /** A witness opened the number. */
        NONCE,
        /** A witness had not opened it by the end. */
        ABSENT,
        SOURCE,
        RESULT,
        AMEND,
        REVEAL,
        VOID
    }
}
