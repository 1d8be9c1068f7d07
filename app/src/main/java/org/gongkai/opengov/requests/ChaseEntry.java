package org.gongkai.opengov.requests;

import org.jspecify.annotations.Nullable;

/**
 * A reminder as it was typed (催办内容).
 *
 * @param kind {@code chase} or {@code escalate}
 * @param to key of the person
 * @param answerBy the day by which an answer is asked for; the next working day if none is named
 */
public record ChaseEntry(
        @Nullable String kind,
        @Nullable String to,
        @Nullable String words,
        @Nullable String answerBy) {}
