package org.gongkai.accessibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jsoup.Jsoup;

/**
 * One address of each type of public page (公开页面的各种类型), found by walking along the links from the
 * pages that readers begin with.
 */
final class PublicPages {
    /** Where readers begin, and states that no link leads to. */
    static final List<String> STARTS =
            List.of(
                    "/",
                    "/columns",
                    "/search",
                    "/search?q=%E6%B0%B4",
                    "/search?q=%E6%97%A0%E6%AD%A4%E5%86%85%E5%AE%B9%E5%B0%B1%E5%AF%B9%E4%BA%86",
                    "/register",
                    "/deadline?from=2021-09-10&workingDays=20&calendar=NX",
                    "/request-clock?calendar=NX&channel=online&received=2021-07-10&type-1=confirmed&date-1=2021-07-12&detail-1=&do=count",
                    "/request-clock?calendar=CN&channel=in-person&received=2021-06-01&type-1=corrected&date-1=2021-06-02&detail-1=",
                    "/request-fee?method=piece&from=1&to=35",
                    "/d/640100-113/2021-99999");

    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;
    private final HashSet<String> seen = new HashSet<>();
    private final HashSet<String> kinds = new HashSet<>();
    private final ArrayDeque<String> waiting = new ArrayDeque<>();

    private PublicPages(String base) {
        this.base = base;
    }

    /** Addresses of pages, the starts first, then one of each kind that they lead to. */
    static List<String> from(String base, List<String> starts) {
        return new PublicPages(base).walk(starts);
    }

    private List<String> walk(List<String> starts) {
        var found = new ArrayList<String>();
        starts.stream().map(Walk::kindOf).forEach(kinds::add);
        for (var start : starts) {
            add(start, found);
        }
        while (!waiting.isEmpty()) {
            var path = waiting.poll();
            if (kinds.add(Walk.kindOf(path))) {
                add(path, found);
            }
        }
        return found;
    }

    private void add(String path, List<String> found) {
        try {
            var request = HttpRequest.newBuilder(URI.create(base + path)).build();
            var answer = client.send(request, BodyHandlers.ofString());
            var type = answer.headers().firstValue("content-type").orElse("");
            if (type.startsWith("text/html")) {
                found.add(path);
                Jsoup.parse(answer.body())
                        .select("a[href^=/]:not([href^=/desk]):not([download])")
                        .eachAttr("href")
                        .stream()
                        .filter(seen::add)
                        .forEach(waiting::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
