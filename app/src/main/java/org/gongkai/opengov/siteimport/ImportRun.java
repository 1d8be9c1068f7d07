package org.gongkai.opengov.siteimport;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One run over a folder (导入任务).
 *
 * @param agency null until the folder's settings have been read
 * @param dryRun whether everything is checked and nothing kept
 * @param batch what it fills; null in a dry run and before the first row is in
 * @param manifest SHA-256 of the manifest that the place refers to
 * @param total rows of the manifest, once counted
 * @param failure why it could not go on, as the operator reads it
 * @param begunBy null when the command began it
 * @param resumedAt when this stretch of work began, after so many rows
 */
public record ImportRun(
        long id,
        @Nullable AgencyId agency,
        String folder,
        boolean dryRun,
        State state,
        @Nullable Long batch,
        @Nullable String sourceName,
        @Nullable String manifest,
        @Nullable Integer total,
        Counts counts,
        @Nullable String failure,
        @Nullable PersonId begunBy,
        Instant begunAt,
        @Nullable Instant resumedAt,
        int resumedFrom,
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
        CANCELLED,
        /** 无法进行. */
        FAILED;

        /** The name in the API. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Rows so far.
     *
     * @param done read
     * @param in taken in, those held among them
     * @param known had come in before
     * @param held go through review like new drafts
     * @param broken refused, each with its reasons
     */
    public record Counts(int done, int in, int known, int held, int broken) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0);

        Counts plus(Counts more) {
            return new Counts(
                    done + more.done,
                    in + more.in,
                    known + more.known,
                    held + more.held,
                    broken + more.broken);
        }
    }

    /** Whether it is to be worked on. */
    public boolean isOpen() {
        return state == State.WAITING || state == State.RUNNING;
    }

    /** Percent of the rows read. */
    public int percent() {
        return total == null || total == 0 ? 0 : (int) (100L * counts.done() / total);
    }

    /** How long the rest takes at the pace so far; empty while that is not known. */
    public Optional<Duration> rest() {
        int done = counts.done() - resumedFrom;
        if (state != State.RUNNING || total == null || resumedAt == null || done <= 0) {
            return Optional.empty();
        }
        long spent = Duration.between(resumedAt, changedAt).toMillis();
        return Optional.of(Duration.ofMillis(spent * (total - counts.done()) / done));
    }
}
