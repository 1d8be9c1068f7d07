package org.gongkai.platform.pagecache;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that is nothing but its address (只有地址的请求): no cookie, no authorization, no language, no
 * parameter but the known ones. What is made for it is right for everybody.
 */
final class PlainRequest extends HttpServletRequestWrapper {
    private final @Nullable String query;
    private final Map<String, String[]> parameters = new LinkedHashMap<>();

    PlainRequest(HttpServletRequest request, String address) {
        super(request);
        var at = address.indexOf('?');
        query = at < 0 ? null : address.substring(at + 1);
        if (query != null) {
            for (var part : query.split("&", -1)) {
                var pair = part.split("=", 2);
                parameters.put(pair[0], new String[] {pair[1]});
            }
        }
    }

    @Override
    public String getMethod() {
        return "GET";
    }

    @Override
    public @Nullable String getQueryString() {
        return query;
    }

    @Override
    public @Nullable String getParameter(String name) {
        var values = parameters.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Collections.unmodifiableMap(parameters);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return parameters.get(name);
    }

    @Override
    public Cookie @Nullable [] getCookies() {
        return null;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return null;
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return Collections.emptyEnumeration();
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.emptyEnumeration();
    }

    @Override
    public long getDateHeader(String name) {
        return -1;
    }

    @Override
    public int getIntHeader(String name) {
        return -1;
    }
}
