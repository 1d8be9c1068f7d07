package org.gongkai.platform.pagecache;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Which addresses are kept (常驻地址): those of a {@link KeptPage}, with the parameters that its method
 * names, each once and in that order. What else a reader writes behind the question mark changes
 * nothing and makes no page of its own.
 */
@Component
class KeptAddresses {
    private static final Pattern PATH = Pattern.compile("(?:/[A-Za-z0-9_~.-]+)+|/");
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_~.-]{1,64}");
    private static final int LONGEST = 200;
    private static final int MOST_PARAMETERS = 20;

    private final ObjectProvider<RequestMappingHandlerMapping> handlers;
    private volatile @Nullable List<Route> routes;

    KeptAddresses(
            @Qualifier("requestMappingHandlerMapping")
                    ObjectProvider<RequestMappingHandlerMapping> handlers) {
        this.handlers = handlers;
    }

    /** A page and the parameters that its method names. */
    private static final class Route {
        private final PathPattern pattern;
        private final List<String> parameters;

        Route(PathPattern pattern, List<String> parameters) {
            this.pattern = pattern;
            this.parameters = parameters;
        }
    }

    /** The one way to write this address, if its page is kept. */
    Optional<String> canonical(String path, @Nullable String query) {
        if (path.length() > LONGEST || !PATH.matcher(path).matches() || dotted(path)) {
            return Optional.empty();
        }
        var asked = PathContainer.parsePath(path);
        return routes().stream()
                .filter(it -> it.pattern.matches(asked))
                .findFirst()
                .flatMap(it -> written(path, query, it.parameters));
    }

    private static boolean dotted(String path) {
        return path.contains("/.");
    }

    private static Optional<String> written(
            String path, @Nullable String query, List<String> known) {
        if (query == null || query.isEmpty() || known.isEmpty()) {
            return Optional.of(path);
        }
        var parts = query.split("&", MOST_PARAMETERS + 1);
        if (parts.length > MOST_PARAMETERS) {
            return Optional.empty();
        }
        var values = new HashMap<String, String>();
        for (var part : parts) {
            var name = part.split("=", 2)[0];
            // A known name in another spelling would be read by the page and not seen here.
            if (name.indexOf('%') >= 0 || name.indexOf('+') >= 0) {
                return Optional.empty();
            }
            if (known.contains(name)) {
                var value = part.substring(Math.min(part.length(), name.length() + 1));
                if (!VALUE.matcher(value).matches() || values.put(name, value) != null) {
                    return Optional.empty();
                }
            }
        }
        var kept =
                known.stream()
                        .filter(values::containsKey)
                        .map(it -> it + "=" + values.get(it))
                        .collect(Collectors.joining("&"));
        return Optional.of(kept.isEmpty() ? path : path + "?" + kept);
    }

    private List<Route> routes() {
        var known = routes;
        if (known == null) {
            known = found();
            routes = known;
        }
        return known;
    }

    private List<Route> found() {
        var found = new ArrayList<Route>();
        handlers.getObject()
                .getHandlerMethods()
                .forEach(
                        (mapping, handler) -> {
                            if (handler.hasMethodAnnotation(KeptPage.class)) {
                                var parameters = parameters(handler);
                                patterns(mapping)
                                        .forEach(it -> found.add(new Route(it, parameters)));
                            }
                        });
        return List.copyOf(found);
    }

    private static Set<PathPattern> patterns(RequestMappingInfo mapping) {
        return Objects.requireNonNull(mapping.getPathPatternsCondition()).getPatterns();
    }

    private static List<String> parameters(HandlerMethod handler) {
        var names = new DefaultParameterNameDiscoverer();
        return Arrays.stream(handler.getMethodParameters())
                .filter(it -> it.hasParameterAnnotation(RequestParam.class))
                .map(it -> name(it, names))
                .toList();
    }

    private static String name(MethodParameter parameter, DefaultParameterNameDiscoverer names) {
        var said = Objects.requireNonNull(parameter.getParameterAnnotation(RequestParam.class));
        parameter.initParameterNameDiscovery(names);
        return said.name().isEmpty()
                ? Objects.requireNonNull(parameter.getParameterName())
                : said.name();
    }
}
