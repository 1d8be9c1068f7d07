package org.gongkai.platform.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Answers whatever a controller throws (异常处理), before the framework's own resolvers. */
@Component
class FailureResolver implements HandlerExceptionResolver, Ordered {
    private final Failures failures;
    private final FailureView view;

    FailureResolver(Failures failures, FailureView view) {
        this.failures = failures;
        this.view = view;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler,
            Exception thrown) {
        if (thrown instanceof AsyncRequestNotUsableException || response.isCommitted()) {
            // The reader has gone; there is nobody left to tell.
            return null;
        }
        response.resetBuffer();
        if (thrown instanceof HttpRequestMethodNotSupportedException method) {
            var allowed =
                    Objects.requireNonNullElse(
                            method.getSupportedHttpMethods(), Set.<HttpMethod>of());
            response.setHeader(
                    HttpHeaders.ALLOW,
                    String.join(", ", allowed.stream().map(HttpMethod::name).sorted().toList()));
        }
        return view.tell(failures.of(thrown), request, response);
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
