package org.gongkai.platform.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.gongkai.platform.pages.Failure;
import org.gongkai.platform.pages.FailureAnswer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells every failure under {@code /api} as {@code application/problem+json} (接口错误答复). */
@Component
class ProblemAnswer implements FailureAnswer {
    private final JsonMapper json;

    ProblemAnswer(JsonMapper json) {
        this.json = json;
    }

    @Override
    public boolean answers(String path) {
        return path.equals("/api") || path.startsWith("/api/");
    }

    @Override
    public void write(Failure failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (failure.status() == 401) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        byte[] body = json.writeValueAsBytes(Problem.of(failure, calledAddress(request)));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static String calledAddress(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
                ? asked
                : request.getRequestURI();
    }
}
