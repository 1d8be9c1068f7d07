package org.gongkai.platform.organization;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the registers with the days it holds and who wrote it when (变更记录).
 *
 * @param register which register: {@code section}, {@code person}, {@code grant} …
 * @param messageKey key of a word of the content, e.g. of the role; empty if there is none
 * @param recordedBy null for what the program itself loaded
 * @param replaced whether another entry took its place from the first day on
 */
public record HistoryLine(
        String register,
        String subjectKey,
        String subject,
        String messageKey,
        String content,
        Validity validity,
        Instant recordedAt,
        @Nullable String recordedBy,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        boolean replaced) {}
