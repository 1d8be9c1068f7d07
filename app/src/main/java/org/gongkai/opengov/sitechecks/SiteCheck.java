package org.gongkai.opengov.sitechecks;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One look over the whole site (一次自查).
 *
 * @param total documents to look at, and {@code done} how many were
 * @param faults how many of each; those with none are left out
 * @param measure by what it was measured
 * @param begunBy null when it began by itself
 */
public record SiteCheck(
        long id,
        AgencyId agency,
        State state,
        long total,
        long done,
        Map<CheckItem, Long> faults,
        CheckMeasure measure,
        @Nullable PersonId begunBy,
        Instant begunAt,
        @Nullable Instant endedAt) {
    private static final int FULL = 100;

    /** Where it stands. */
    public enum State {
        /** 等待开始. */
        WAITING,
        /** 正在自查. */
        RUNNING,
        /** 已完成. */
        DONE,
        /** 已停止. */
        CANCELLED;

        /** The name in the API. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A line of the score. */
    public record ScoreLine(CheckItem item, long faults, int lost, boolean veto) {}

    /** Every item with what it cost. */
    public List<ScoreLine> lines() {
        return Arrays.stream(CheckItem.values())
                .map(
                        it -> {
                            long count = faults.getOrDefault(it, 0L);
                            var weight = measure.of(it);
                            return new ScoreLine(
                                    it, count, weight.lost(count), weight.vetoes(count));
                        })
                .toList();
    }

    /** What is left of 100 points. */
    public int score() {
        return Math.max(0, FULL - lines().stream().mapToInt(ScoreLine::lost).sum());
    }

    /** Whether an item fails the whole site (单项否决). */
    public boolean vetoed() {
        return lines().stream().anyMatch(ScoreLine::veto);
    }

    /** Whether it is still to be worked on. */
    public boolean isOpen() {
        return state == State.WAITING || state == State.RUNNING;
    }
}
