package org.gongkai.opengov.siteimport.web;

import jakarta.servlet.http.HttpServletRequest;
import org.gongkai.opengov.siteimport.OldAddresses;
import org.gongkai.opengov.siteimport.OldAddresses.Target;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Answers at addresses of the old site (原网址): 301 to the page here, 410 with the reason where it
 * was withdrawn. Asked last: an address of our own always comes first.
 */
@Component
class OldAddressMapping implements HandlerMapping, Ordered {
    private final OldAddresses addresses;

    OldAddressMapping(OldAddresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 10;
    }

    @Override
    public @Nullable HandlerExecutionChain getHandler(HttpServletRequest request) {
        boolean reads =
                HttpMethod.GET.matches(request.getMethod())
                        || HttpMethod.HEAD.matches(request.getMethod());
        var path = request.getRequestURI();
        if (!reads || path.startsWith("/api/") || path.startsWith("/desk")) {
            return null;
        }
        var query = request.getQueryString();
        return addresses
                .at(query == null ? path : path + "?" + query)
                .or(() -> query == null ? java.util.Optional.empty() : addresses.at(path))
                .map(it -> new HandlerExecutionChain(answer(it)))
                .orElse(null);
    }

    private static HttpRequestHandler answer(Target target) {
        return switch (target) {
            case Target.Moved moved ->
                    (request, response) -> {
                        response.setStatus(301);
                        response.setHeader(HttpHeaders.LOCATION, moved.path());
                    };
            case Target.Gone gone ->
                    (request, response) ->
                            request.getRequestDispatcher(gone.path()).forward(request, response);
        };
    }
}
