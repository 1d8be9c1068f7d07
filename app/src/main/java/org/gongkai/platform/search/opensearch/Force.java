package org.gongkai.platform.search.opensearch;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.platform.search.LegalForce;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The force of normative documents, asked of the server by their dates (效力筛选). */
final class Force {

    /** Stands for a missing date, so that each question is one comparison. */
    private static final LocalDate EVER = LocalDate.of(1, 1, 1);

    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private Force() {}

    /** As the index holds the dates. */
    static Map<String, Object> entry(LegalForce.Dates dates) {
        return Map.of(
                Names.EFFECTIVE_ON,
                Objects.requireNonNullElse(dates.effectiveOn(), EVER).toString(),
                Names.EXPIRES_ON,
                Objects.requireNonNullElse(dates.expiresOn(), NEVER).toString(),
                Names.REPEALED_ON,
                Objects.requireNonNullElse(dates.repealedOn(), NEVER).toString());
    }

    /** What has this force on the day. */
    static Map<String, Object> clause(LegalForce force, LocalDate day) {
        var repealed = Clauses.until(Names.REPEALED_ON, day.toString());
        var current = Clauses.since(Names.REPEALED_ON, day.plusDays(1).toString());
        var expired = Clauses.until(Names.EXPIRES_ON, day.minusDays(1).toString());
        var lasting = Clauses.since(Names.EXPIRES_ON, day.toString());
        return switch (force) {
            case REPEALED -> Clauses.passing(List.of(repealed));
            case EXPIRED -> Clauses.passing(List.of(current, expired));
            case IN_FORCE ->
                    Clauses.passing(
                            List.of(
                                    current,
                                    lasting,
                                    Clauses.until(Names.EFFECTIVE_ON, day.toString())));
            case NOT_YET_IN_FORCE ->
                    Clauses.passing(
                            List.of(
                                    current,
                                    lasting,
                                    Clauses.since(Names.EFFECTIVE_ON, day.plusDays(1).toString())));
        };
    }

    /** The counts to ask for. */
    static Map<String, Object> counted(@Nullable LocalDate day) {
        Map<String, Object> each = new LinkedHashMap<>();
        if (day != null) {
            for (LegalForce it : LegalForce.values()) {
                each.put(it.slug(), clause(it, day));
            }
        }
        return each;
    }

    /** For which force a hit with this stored entry counts. */
    static List<String> of(JsonNode stored, @Nullable LocalDate day) {
        if (day == null || stored.path(Names.REPEALED_ON).isMissingNode()) {
            return List.of();
        }
        var dates =
                new LegalForce.Dates(
                        LocalDate.parse(stored.path(Names.EFFECTIVE_ON).asString()),
                        LocalDate.parse(stored.path(Names.EXPIRES_ON).asString()),
                        LocalDate.parse(stored.path(Names.REPEALED_ON).asString()));
        return List.of(dates.on(day).slug());
    }
}
