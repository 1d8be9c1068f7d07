package org.gongkai.opengov.portal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Addresses of public pages (页面地址): with their filters, for links. */
final class Addresses {
    private Addresses() {}

    /** A path with its filters; null ones are left out. */
    static String with(String path, Map<String, ?> filters) {
        var builder = UriComponentsBuilder.fromPath(path);
        var values = new LinkedHashMap<String, Object>();
        filters.forEach(
                (name, value) -> {
                    if (value != null && !value.toString().isBlank()) {
                        builder.queryParam(name, "{" + name + "}");
                        values.put(name, value);
                    }
                });
        return builder.encode().buildAndExpand(values).toUriString();
    }

    /** The same filters with one of them set, or taken away by null; back on the first page. */
    static Map<String, @Nullable Object> changed(
            Map<String, @Nullable Object> filters, String name, @Nullable Object value) {
        var copy = new LinkedHashMap<String, @Nullable Object>(filters);
        copy.remove("page");
        copy.put(name, value);
        return copy;
    }
}
