package org.gongkai.sitecheck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Everything that a reader or a machine reaches from the home page (全站走读): pages, files, style
 * sheets, feeds and site maps, each asked for once. Checkers read what was brought back.
 */
final class SiteWalk {
    private static final String LINKS =
            "a[href], link[href], img[src], script[src], source[src], form[method=get][action]";
    private static final Pattern IN_XML =
            Pattern.compile("(?:<loc>|href=\"|<link>)(https?://[^<\"]+)");

    private final String base;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ArrayDeque<String> waiting = new ArrayDeque<>();
    private final Map<String, Answer> answers = new LinkedHashMap<>();
    private final Map<String, String> foundOn = new TreeMap<>();

    private SiteWalk(String base) {
        this.base = base;
    }

    /** From these paths along every link within the site. */
    static SiteWalk of(int port, String... starts) {
        var walk = new SiteWalk("http://127.0.0.1:" + port);
        for (var start : starts) {
            walk.toVisit(start, "start");
        }
        while (!walk.waiting.isEmpty()) {
            walk.visit(walk.waiting.poll());
        }
        return walk;
    }

    /** What was answered at a path. */
    record Answer(String path, int status, String type, byte[] body, Optional<String> location) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        boolean isPage() {
            return type.startsWith("text/html");
        }

        Document page() {
            return Jsoup.parse(text());
        }
    }

    /** The beginning of the site's whole addresses. */
    String base() {
        return base;
    }

    Map<String, Answer> answers() {
        return answers;
    }

    /** The page on which a path was first seen. */
    String foundOn(String path) {
        return foundOn.getOrDefault(path, "?");
    }

    /** The path of a link within the site, without its fragment; empty for any other. */
    Optional<String> within(String page, String link) {
        try {
            var target = URI.create(base + page).resolve(link.strip());
            var whole = target.toString();
            return whole.equals(base) || whole.startsWith(base + "/")
                    ? Optional.of(
                            whole.substring(base.length()).replaceAll("#.*$", "").isEmpty()
                                    ? "/"
                                    : whole.substring(base.length()).replaceAll("#.*$", ""))
                    : Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.of(link);
        }
    }

    /** Filters upon filters of the search show the same page again. */
    private void toVisit(String path, String from) {
        if (path.matches("/search\\?.*&.*")) {
            return;
        }
        if (foundOn.putIfAbsent(path, from) == null) {
            waiting.add(path);
        }
    }

    private void visit(String path) {
        var answer = ask(path);
        answers.put(path, answer);
        answer.location().flatMap(it -> within(path, it)).ifPresent(it -> toVisit(it, path));
        if (answer.status() != 200) {
            return;
        }
        if (answer.isPage()) {
            var page = answer.page();
            for (var it : page.select(LINKS)) {
                var link =
                        it.hasAttr("href")
                                ? it.attr("href")
                                : it.hasAttr("src") ? it.attr("src") : it.attr("action");
                within(path, link).ifPresent(target -> toVisit(target, path));
            }
        } else if (answer.type().contains("xml") && !answer.type().contains("svg")) {
            var links = IN_XML.matcher(answer.text());
            while (links.find()) {
                within(path, links.group(1).replace("&amp;", "&"))
                        .ifPresent(target -> toVisit(target, path));
            }
        }
    }

    private Answer ask(String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create(base + path)).build();
            var response = http.send(request, BodyHandlers.ofByteArray());
            return new Answer(
                    path,
                    response.statusCode(),
                    response.headers().firstValue("content-type").orElse(""),
                    response.body(),
                    response.headers().firstValue("location"));
        } catch (IllegalArgumentException unreadable) {
            return new Answer(path, 0, "", new byte[0], Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
