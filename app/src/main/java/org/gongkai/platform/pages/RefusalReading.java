package org.gongkai.platform.pages;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingPathVariableException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** Reads what frameworks throw as a refusal in our own words (异常归类). */
final class RefusalReading {
    private RefusalReading() {}

    static Refusal of(Throwable thrown) {
        return switch (thrown) {
            case Refusal refusal -> refusal;
            case HttpMessageNotReadableException unread -> unreadable(unread);
            case HttpRequestMethodNotSupportedException it ->
                    Refusal.of(
                            RefusalKind.METHOD_NOT_ALLOWED,
                            "refusals.method-not-allowed",
                            it.getMethod());
            case HttpMediaTypeNotSupportedException it ->
                    Refusal.of(
                            RefusalKind.UNSUPPORTED_CONTENT,
                            "refusals.unsupported-content",
                            it.getSupportedMediaTypes().stream()
                                    .map(Object::toString)
                                    .collect(Collectors.joining("、")));
            case MethodArgumentTypeMismatchException it ->
                    it.getParameter().hasParameterAnnotation(PathVariable.class)
                            ? Refusal.notFound()
                            : Refusal.invalid(it.getName(), "refusals.field.wrong-kind");
            case MissingPathVariableException _ ->
                    Refusal.of(RefusalKind.FAILED, "refusals.internal-error");
            case MissingServletRequestParameterException it ->
                    Refusal.invalid(it.getParameterName(), "refusals.field.required");
            case MissingServletRequestPartException it ->
                    Refusal.invalid(it.getRequestPartName(), "refusals.field.required");
            case MissingRequestValueException _ -> Refusal.invalid(List.of());
            case BindException it -> wrongFields(it);
            case MaxUploadSizeExceededException _ ->
                    Refusal.of(RefusalKind.TOO_LARGE, "refusals.too-large");
            case MultipartException _ -> Refusal.of(RefusalKind.MALFORMED, "refusals.malformed");
            case RequestRejectedException _ ->
                    Refusal.of(RefusalKind.MALFORMED, "refusals.malformed");
            case InvalidParameterException it -> of(it.getErrorCode());
            case CannotCreateTransactionException _,
                    CannotGetJdbcConnectionException _,
                    TransientDataAccessResourceException _ ->
                    Refusal.of(RefusalKind.UNAVAILABLE, "refusals.temporarily-unavailable");
            case DataAccessException it when isOutsideTheDatabase(it) ->
                    Refusal.of(RefusalKind.INVALID, "refusals.not-storable");
            case ErrorResponse it -> of(it.getStatusCode().value());
            default -> Refusal.of(RefusalKind.FAILED, "refusals.internal-error");
        };
    }

    /**
     * A number, a moment or a sign that no column holds (SQL state class 22): the input is at
     * fault.
     */
    private static boolean isOutsideTheDatabase(DataAccessException thrown) {
        return thrown.getMostSpecificCause() instanceof SQLException cause
                && cause.getSQLState() != null
                && cause.getSQLState().startsWith("22");
    }

    static Refusal of(int status) {
        return switch (status) {
            case 400 -> Refusal.of(RefusalKind.MALFORMED, "refusals.malformed");
            case 401 -> Refusal.of(RefusalKind.NOT_SIGNED_IN, "refusals.not-signed-in");
            case 403 -> Refusal.of(RefusalKind.NOT_ALLOWED, "refusals.not-allowed");
            case 404 -> Refusal.notFound();
            case 405 ->
                    Refusal.of(RefusalKind.METHOD_NOT_ALLOWED, "refusals.method-not-allowed", "");
            case 406 -> Refusal.of(RefusalKind.NOT_ACCEPTABLE, "refusals.not-acceptable");
            case 413 -> Refusal.of(RefusalKind.TOO_LARGE, "refusals.too-large");
            case 422 -> Refusal.invalid(List.of());
            case 503 -> Refusal.of(RefusalKind.UNAVAILABLE, "refusals.temporarily-unavailable");
            default ->
                    status < 500
                            ? Refusal.of(RefusalKind.MALFORMED, "refusals.malformed")
                            : Refusal.of(RefusalKind.FAILED, "refusals.internal-error");
        };
    }

    /** Right JSON of the wrong shape names the field; anything else cannot be read at all. */
    private static Refusal unreadable(HttpMessageNotReadableException unread) {
        if (unread.getCause() instanceof DatabindException shape && !shape.getPath().isEmpty()) {
            return Refusal.invalid(fieldOf(shape), "refusals.field.wrong-kind");
        }
        return unread.getCause() instanceof JacksonException
                ? Refusal.of(RefusalKind.MALFORMED, "refusals.malformed-json")
                : Refusal.of(RefusalKind.MALFORMED, "refusals.malformed");
    }

    private static String fieldOf(DatabindException shape) {
        var field = new StringBuilder();
        for (var step : shape.getPath()) {
            if (step.getPropertyName() == null) {
                field.append('[').append(step.getIndex()).append(']');
            } else {
                field.append(field.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return field.toString();
    }

    private static Refusal wrongFields(BindException bound) {
        return Refusal.invalid(
                bound.getFieldErrors().stream()
                        .map(it -> FieldProblem.of(it.getField(), "refusals.field.wrong-kind"))
                        .toList());
    }
}
