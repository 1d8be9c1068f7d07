package org.gongkai.platform.pages;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is told when something was not done (未办成的说明): the same facts on page and in API.
 *
 * @param slug last part of the problem type
 * @param title what kind of thing happened
 * @param sentence what happened
 * @param advice what to do now
 * @param errorId leads to the cause in the log; only when the program failed
 */
public record Failure(
        int status,
        String slug,
        String title,
        String sentence,
        String advice,
        List<AtField> fields,
        List<String> allowedSteps,
        @Nullable Duration retryAfter,
        @Nullable Long currentVersion,
        @Nullable String errorId) {
    public Failure {
        fields = List.copyOf(fields);
        allowedSteps = List.copyOf(allowedSteps);
    }

    /** What is wrong with one field. */
    public record AtField(String field, String code, String message) {}
}
