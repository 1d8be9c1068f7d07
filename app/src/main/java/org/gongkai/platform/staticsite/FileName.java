package org.gongkai.platform.staticsite;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.gongkai.platform.pages.PublicAddress.Kind;

/**
 * Which file holds an address (文件名): pages end in {@code .html}; a query stands after {@code @}, so
 * that the web server finds the file from path and query alone. Pages of what is gone lie apart,
 * for no server to hand them out as if they were there.
 *
 * <pre>
 * /                    index.html
 * /c/notices?page=2    c/notices@page=2.html
 * /plans.csv           plans.csv
 * gone: /d/x/2021-1    .gone/d/x/2021-1.html
 * </pre>
 */
final class FileName {
    private FileName() {}

    /** The file, as a path within the site's folder. */
    static String of(String address, Kind kind, String type) {
        var question = address.indexOf('?');
        var path = decoded(question < 0 ? address : address.substring(0, question));
        var query = question < 0 ? "" : "@" + address.substring(question + 1);
        if (!path.startsWith("/")
                || path.contains("/.")
                || path.contains("//")
                || query.contains("/")) {
            throw new IllegalArgumentException("No address of a file: " + address);
        }
        var name = path.equals("/") ? "index" : path.substring(1);
        var folder = kind == Kind.GONE ? ".gone/" : "";
        var page = type.startsWith("text/html") || kind == Kind.MOVED;
        return folder + name + query + (page ? ".html" : "");
    }

    static String decoded(String path) {
        return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
