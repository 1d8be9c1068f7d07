package org.gongkai.platform.organization;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the registers with the days it holds and who wrote it when (变更记录).
 *
 * @param register which register, e.g. {@code section}
 * @param replaced whether another entry took its place from the first day on
 */
public record HistoryLine(
        String register,
        String subjectKey,
        String subject,
        String content,
        Validity validity,
        Instant recordedAt,
        @Nullable String recordedBy,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        boolean replaced) {}
