package org.gongkai.opengov.sitechecks.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.gongkai.opengov.sitechecks.SiteCheck;
import org.jspecify.annotations.Nullable;

/** A self-check over the API (网站自查). */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CheckAnswer(
        long id,
        String state,
        long documents,
        long done,
        int score,
        boolean vetoed,
        List<Line> items,
        Instant begunAt,
        @Nullable Instant endedAt) {

    /** An item and what it cost. */
    record Line(String item, long faults, int lost, boolean veto) {}

    static CheckAnswer of(SiteCheck check) {
        return new CheckAnswer(
                check.id(),
                check.state().slug(),
                check.total(),
                check.done(),
                check.score(),
                check.vetoed(),
                check.lines().stream()
                        .map(it -> new Line(it.item().slug(), it.faults(), it.lost(), it.veto()))
                        .toList(),
                check.begunAt(),
                check.endedAt());
    }
}
