package org.gongkai.platform.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Chooses how a failure is told (错误页面): problem+json for the API, otherwise a page. */
@Component
class FailureView {
    private final List<FailureAnswer> answers;

    FailureView(List<FailureAnswer> answers) {
        this.answers = answers;
    }

    /** The page that tells it; an empty view when a channel has written its own answer. */
    ModelAndView tell(Failure failure, HttpServletRequest request, HttpServletResponse response) {
        String path = askedPath(request);
        response.setStatus(failure.status());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var retryAfter = failure.retryAfter();
        if (retryAfter != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()));
        }
        for (var answer : answers) {
            if (answer.answers(path)) {
                return written(answer, failure, request, response);
            }
        }
        boolean desk = path.equals("/desk") || path.startsWith("/desk/");
        return new ModelAndView(desk ? "errors/desk" : "errors/public", "failure", failure);
    }

    private static ModelAndView written(
            FailureAnswer answer,
            Failure failure,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            answer.write(failure, request, response);
            return new ModelAndView();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address as it was asked for, also while an error is dispatched. */
    private static String askedPath(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
                ? asked
                : request.getRequestURI();
    }
}
