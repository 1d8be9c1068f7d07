package org.gongkai.opengov.requests.imports;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One import (导入任务).
 *
 * @param system the name of the other system
 * @param dryRun whether everything is checked and nothing kept
 * @param resumedAt when this stretch of work began; null before it has
 */
public record CaseImportRun(
        long id,
        AgencyId agency,
        String system,
        boolean dryRun,
        State state,
        Counts counts,
        PersonId begunBy,
        Instant begunAt,
        @Nullable Instant resumedAt,
        Instant changedAt) {

    /** Where a run stands. */
    public enum State {
        /** 等待开始. */
        WAITING,
        /** 正在导入. */
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

    /** What can be done with a run. */
    public enum Step {
        /** 停止. */
        CANCEL,
        /** 正式导入: after a dry run. */
        CARRY_OUT;

        /** The name in the API. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** By its name in the API. */
        public static Optional<Step> named(String slug) {
            return EnumSet.allOf(Step.class).stream()
                    .filter(it -> it.slug().equals(slug))
                    .findFirst();
        }
    }

    /**
     * Cases so far.
     *
     * @param in taken in, or to be taken in
     * @param known had come in before
     * @param broken refused, each with its reasons
     * @param open sent and not forgotten yet: with these a dry run can be carried out
     */
    public record Counts(int total, int in, int known, int broken, int open) {
        /** Those looked at. */
        public int done() {
            return in + known + broken;
        }
    }

    /**
     * A case of a run.
     *
     * @param result IN, KNOWN or BROKEN; null while it was not looked at
     * @param number its number here; null where it is not here
     */
    public record Line(
            int position,
            int row,
            String outsideNumber,
            @Nullable String result,
            @Nullable Long caseId,
            @Nullable String number) {}

    /**
     * Something wrong with a case.
     *
     * @param row where it stands in the file or list
     * @param event which event it is about, from 1; null for the case itself
     */
    public record Problem(
            int row, String outsideNumber, @Nullable Integer event, String field, String reason) {}

    /** Whether it is to be worked on. */
    public boolean isOpen() {
        return state == State.WAITING || state == State.RUNNING;
    }

    /** Percent of the cases looked at. */
    public int percent() {
        return counts.total() == 0 ? 100 : (int) (100L * counts.done() / counts.total());
    }

    /** What can be done now. */
    public Set<Step> allowed() {
        var allowed = EnumSet.noneOf(Step.class);
        if (isOpen()) {
            allowed.add(Step.CANCEL);
        }
        if (state == State.DONE && dryRun && counts.open() > 0) {
            allowed.add(Step.CARRY_OUT);
        }
        return allowed;
    }

    /** How long the rest takes at the pace so far; empty while that is not known. */
    public Optional<Duration> rest() {
        if (state != State.RUNNING || resumedAt == null || counts.done() == 0) {
            return Optional.empty();
        }
        long spent = Duration.between(resumedAt, changedAt).toMillis();
        return Optional.of(
                Duration.ofMillis(spent * (counts.total() - counts.done()) / counts.done()));
    }
}
