package org.gongkai.accessibility;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * A walk through the site along its own links: one page of each kind is visited, so that every page
 * that can be reached is looked at, and a link that leads nowhere is found.
 */
final class Walk {
    private static final String LINKS =
            """
            [...document.querySelectorAll("a[href]:not([download])")]
              .filter((it) => it.origin === location.origin && !it.getAttribute("href").startsWith("#"))
              .map((it) => it.pathname + it.search)
            """;

    private final String base;
    private final Set<String> seen;
    private final List<String> deadEnds = new ArrayList<>();

    Walk(String base, Set<String> seen) {
        this.base = base;
        this.seen = seen;
    }

    /** Walks on from these pages; tells each kind of page once. */
    void from(Page page, List<String> starts, BiConsumer<String, Page> look) {
        var waiting = new ArrayDeque<>(starts);
        var queued = new HashSet<>(starts);
        while (!waiting.isEmpty()) {
            var path = waiting.poll();
            if (!starts.contains(path) && !seen.add(kindOf(path))) {
                continue;
            }
            seen.add(kindOf(path));
            if (!isPage(page, path)) {
                continue;
            }
            look.accept(path, page);
            for (var link : (List<?>) page.evaluate(LINKS)) {
                if (queued.add(link.toString())) {
                    waiting.add(link.toString());
                }
            }
        }
    }

    /** Links that did not lead to a page. */
    List<String> deadEnds() {
        return deadEnds;
    }

    private boolean isPage(Page page, String path) {
        var answer = page.context().request().get(base + path);
        if (answer.status() >= 400) {
            deadEnds.add(path + " answers " + answer.status());
            return false;
        }
        if (!answer.headers().getOrDefault("content-type", "").startsWith("text/html")) {
            return false;
        }
        Response response = page.navigate(base + path);
        return response.ok();
    }

    /** The page without what differs from one case to the next: numbers, ids, keys, questions. */
    static String kindOf(String path) {
        var bare = path.replaceAll("[?#].*$", "");
        return bare.replaceAll("/d/[^/]+/[^/]+", "/d/*")
                .replaceAll("/(c|problems)/[^/]+", "/$1/*")
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "*")
                .replaceAll("[0-9a-f]{64}", "*")
                .replaceAll("\\d+", "*");
    }
}
