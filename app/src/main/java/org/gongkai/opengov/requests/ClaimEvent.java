package org.gongkai.opengov.requests;

import java.time.Instant;
import java.time.LocalDate;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a correction or complaint (更正和投诉办理事件).
 *
 * @param by who entered it; null for whoever claims
 * @param term until when the authority wants an explanation; null with other steps
 */
public record ClaimEvent(
        ClaimStep step,
        LocalDate on,
        Instant enteredAt,
        @Nullable PersonId by,
        @Nullable String note,
        @Nullable LocalDate term) {}
