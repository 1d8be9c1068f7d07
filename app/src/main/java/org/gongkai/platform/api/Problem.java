package org.gongkai.platform.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.gongkai.platform.pages.Failure;
import org.jspecify.annotations.Nullable;

/**
 * An error as programs get it (问题详情): RFC 9457, with a detail that a clerk understands.
 *
 * @param type one of the documented addresses {@code /problems/<slug>}
 * @param detail what happened, in Chinese
 * @param instance the address that was called
 * @param errors what is wrong with which field
 * @param allowedSteps what is possible instead, for 409
 * @param currentVersion the version that counts now, for 412
 * @param errorId leads to the cause in the program's log, for 500 and 503
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        List<FieldError> errors,
        @Nullable List<String> allowedSteps,
        @Nullable Long currentVersion,
        @Nullable String errorId) {

    /** What is wrong with one field. */
    public record FieldError(String field, String code, String message) {}

    static Problem of(Failure failure, String instance) {
        return new Problem(
                "/problems/" + failure.slug(),
                failure.title(),
                failure.status(),
                failure.sentence(),
                instance,
                failure.fields().stream()
                        .map(it -> new FieldError(it.field(), it.code(), it.message()))
                        .toList(),
                failure.status() == 409 ? failure.allowedSteps() : null,
                failure.currentVersion(),
                failure.errorId());
    }
}
