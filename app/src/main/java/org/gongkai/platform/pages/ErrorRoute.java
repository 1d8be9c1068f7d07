package org.gongkai.platform.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where the container sends what failed before or outside a controller (错误出口). */
@Controller
class ErrorRoute implements ErrorController {
    private final Failures failures;
    private final FailureView view;

    ErrorRoute(Failures failures, FailureView view) {
        this.failures = failures;
        this.view = view;
    }

    @RequestMapping("${spring.web.error.path:${error.path:/error}}")
    ModelAndView error(HttpServletRequest request, HttpServletResponse response) {
        return view.tell(failure(request), request, response);
    }

    private Failure failure(HttpServletRequest request) {
        if (request.getAttribute(RefusedRequest.REFUSAL) instanceof Throwable refusal) {
            return failures.of(refusal);
        }
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
            return failures.of(thrown.getCause() instanceof RuntimeException it ? it : thrown);
        }
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? failures.of(status)
                : failures.of(404);
    }
}
