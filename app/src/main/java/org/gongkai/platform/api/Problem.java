package org.gongkai.platform.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.regex.Pattern;
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

    /**
     * What is wrong with one field.
     *
     * @param index which of a list it is, from 0, for a field such as {@code events[2].date}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FieldError(String field, String code, String message, @Nullable Integer index) {
        private static final Pattern IN_A_LIST = Pattern.compile("[a-zA-Z]+\\[([0-9]{1,9})].*");

        static FieldError of(String field, String code, String message) {
            var listed = IN_A_LIST.matcher(field);
            return new FieldError(
                    field,
                    code,
                    message,
                    listed.matches() ? Integer.valueOf(listed.group(1)) : null);
        }
    }

    static Problem of(Failure failure, String instance) {
        return new Problem(
                "/problems/" + failure.slug(),
                failure.title(),
                failure.status(),
                failure.sentence(),
                instance,
                failure.fields().stream()
                        .map(it -> FieldError.of(it.field(), it.code(), it.message()))
                        .toList(),
                failure.status() == 409 ? failure.allowedSteps() : null,
                failure.currentVersion(),
                failure.errorId());
    }
}
