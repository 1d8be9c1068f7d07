package org.gongkai.platform.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Reads the JSON body of a call whole, up to {@value #MOST} bytes, of a public call about requests
 * up to {@value #MOST_PUBLIC} (请求体上限), so that neither a huge nor a cut-off body reaches a desk.
 * Files, and calls named by {@link OwnBodyLimit}, have limits of their own.
 */
final class BodyLimit extends OncePerRequestFilter {
    static final int MOST = 16 * 1024 * 1024;

    /** What anybody may send is short: a few texts, or two hundred events. */
    static final int MOST_PUBLIC = 256 * 1024;

    private static final String PUBLIC = "/api/v1/public/requests/";

    private final HandlerExceptionResolver failures;
    private final Set<String> withOwnLimit;

    BodyLimit(HandlerExceptionResolver failures, Set<String> withOwnLimit) {
        this.failures = failures;
        this.withOwnLimit = withOwnLimit;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return withOwnLimit.contains(request.getRequestURI())
                || type == null
                || !type.toLowerCase(Locale.ROOT).contains("json");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int most = most(request);
        if (request.getContentLengthLong() > most) {
            refuse(request, response, most);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            refuse(request, response, most);
            return;
        }
        chain.doFilter(new KeptBody(request, body), response);
    }

    private static int most(HttpServletRequest request) {
        return request.getRequestURI().startsWith(PUBLIC) ? MOST_PUBLIC : MOST;
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, int most) {
        var refusal =
                Refusal.of(
                        RefusalKind.TOO_LARGE,
                        "api.body-too-large",
                        most == MOST ? "16 MB" : "256 KB");
        failures.resolveException(request, response, null, refusal);
    }
}
