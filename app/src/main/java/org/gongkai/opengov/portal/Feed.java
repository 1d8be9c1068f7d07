package org.gongkai.opengov.portal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.gongkai.platform.pages.Moments;

/**
 * A feed (订阅), which any reader of feeds takes in as Atom (RFC 4287) or as RSS 2.0. Its addresses
 * are whole.
 *
 * @param self where the feed itself is, without its file name: {@code feed.xml} and {@code rss.xml}
 * @param query what follows the file name, {@code ?q=…}; empty where nothing does
 * @param page the page that shows the same
 * @param author who publishes
 */
record Feed(
        String self,
        String query,
        String page,
        String title,
        String about,
        String author,
        List<Entry> entries) {
    private static final DateTimeFormatter RFC_822 =
            DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneId.of("Asia/Shanghai"));

    /** A feed whose address has no question. */
    Feed(String self, String page, String title, String about, String author, List<Entry> entries) {
        this(self, "", page, title, about, author, entries);
    }

    /** One line of it; its address is its identity and never changes. */
    record Entry(
            String address,
            String title,
            String summary,
            String category,
            Instant published,
            Instant updated) {}

    /** As Atom. */
    String atom() {
        var xml = new Xml().begin("feed", "http://www.w3.org/2005/Atom");
        xml.attribute("xml:lang", "zh-CN")
                .text("id", page)
                .text("title", title)
                .text("subtitle", about)
                .text("updated", Moments.written(updated()))
                .leaf("link", "rel", "self", "type", Feeds.ATOM, "href", self + "feed.xml" + query)
                .leaf("link", "rel", "alternate", "type", "text/html", "href", page)
                .begin("author")
                .text("name", author)
                .end();
        for (var it : entries) {
            xml.begin("entry")
                    .text("id", it.address())
                    .text("title", it.title())
                    .text("published", Moments.written(it.published()))
                    .text("updated", Moments.written(it.updated()))
                    .leaf("link", "rel", "alternate", "type", "text/html", "href", it.address())
                    .leaf("category", "term", it.category())
                    .text("summary", it.summary())
                    .end();
        }
        return xml.end().written();
    }

    /** As RSS 2.0, with the namespace that names the feed's own address. */
    String rss() {
        var xml = new Xml().begin("rss");
        xml.attribute("version", "2.0").attribute("xmlns:atom", "http://www.w3.org/2005/Atom");
        xml.begin("channel")
                .text("title", title)
                .text("link", page)
                .text("description", about)
                .text("language", "zh-cn")
                .text("lastBuildDate", RFC_822.format(updated()))
                .leaf(
                        "atom:link",
                        "rel",
                        "self",
                        "type",
                        Feeds.RSS,
                        "href",
                        self + "rss.xml" + query);
        for (var it : entries) {
            xml.begin("item")
                    .text("title", it.title())
                    .text("link", it.address())
                    .text("description", it.summary())
                    .text("category", it.category())
                    .begin("guid")
                    .attribute("isPermaLink", "true")
                    .content(it.address())
                    .end()
                    .text("pubDate", RFC_822.format(it.published()))
                    .end();
        }
        return xml.end().end().written();
    }

    private Instant updated() {
        return entries.stream().map(Entry::updated).max(Instant::compareTo).orElse(Instant.EPOCH);
    }
}
