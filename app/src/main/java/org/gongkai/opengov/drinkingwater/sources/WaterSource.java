package org.gongkai.opengov.drinkingwater.sources;

import java.time.Instant;
import java.time.LocalDate;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A source of drinking water in one of its versions (水源).
 *
 * @param number of the version, from 1
 * @param from the day on which this became so
 * @param reason why it was changed; empty for the first version
 * @param by who entered it; null for what the demo agency came with
 */
public record WaterSource(
        long id,
        int number,
        LocalDate from,
        SourceFacts facts,
        String reason,
        @Nullable PersonId by,
        Instant at) {}
