package org.gongkai.sitecheck;

import java.net.URI;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Whether a feed is one (订阅检查): the rules of RFC 4287 and of RSS 2.0 that a reader relies on. */
final class FeedCheck {
    private static final Set<String> IN_FEED =
            Set.of(
                    "id",
                    "title",
                    "subtitle",
                    "updated",
                    "author",
                    "link",
                    "entry",
                    "category",
                    "generator",
                    "icon",
                    "logo",
                    "rights",
                    "contributor");
    private static final Set<String> IN_ENTRY =
            Set.of(
                    "id",
                    "title",
                    "summary",
                    "content",
                    "published",
                    "updated",
                    "author",
                    "link",
                    "category",
                    "rights",
                    "source",
                    "contributor");
    private static final Set<String> IN_CHANNEL =
            Set.of(
                    "title",
                    "link",
                    "description",
                    "language",
                    "copyright",
                    "pubDate",
                    "lastBuildDate",
                    "category",
                    "generator",
                    "docs",
                    "ttl",
                    "image",
                    "item",
                    "atom:link");
    private static final Set<String> IN_ITEM =
            Set.of(
                    "title",
                    "link",
                    "description",
                    "author",
                    "category",
                    "comments",
                    "enclosure",
                    "guid",
                    "pubDate",
                    "source");

    private final List<String> findings = new ArrayList<>();

    private FeedCheck() {}

    /** RFC 4287. */
    static List<String> atom(String xml) {
        var check = new FeedCheck();
        var feed = XmlText.root(xml);
        check.that(feed.tagName().equals("feed"), "no feed");
        check.that(
                feed.attr("xmlns").equals("http://www.w3.org/2005/Atom"),
                "not in Atom's namespace");
        check.only(feed, IN_FEED);
        check.identified(feed);
        check.that(
                feed.children().stream().anyMatch(it -> isLink(it, "self")), "4.1.1: no self link");
        var identities = new HashSet<String>();
        var authored = check.count(feed, "author") > 0;
        for (var entry : feed.children()) {
            if (entry.tagName().equals("entry")) {
                check.only(entry, IN_ENTRY);
                check.identified(entry);
                check.that(
                        identities.add(XmlText.of(entry, "id") + XmlText.of(entry, "updated")),
                        "4.1.1: an entry twice");
                check.that(authored || check.count(entry, "author") > 0, "4.1.2: nobody's entry");
                check.that(
                        check.count(entry, "content") > 0
                                || entry.children().stream()
                                        .anyMatch(it -> isLink(it, "alternate")),
                        "4.1.2: neither content nor alternate link");
                check.that(check.count(entry, "summary") <= 1, "4.1.2: two summaries");
                check.that(
                        check.count(entry, "published") == 0
                                || isMoment(XmlText.of(entry, "published")),
                        "3.3: no date: published");
            }
        }
        for (var author : feed.getElementsByTag("author")) {
            check.that(!XmlText.of(author, "name").isBlank(), "3.2.1: an author without name");
        }
        for (var link : feed.getElementsByTag("link")) {
            check.that(isWhole(link.attr("href")), "4.2.7: link " + link.attr("href"));
        }
        for (var category : feed.getElementsByTag("category")) {
            check.that(!category.attr("term").isBlank(), "4.2.2: category without term");
        }
        return check.findings;
    }

    /** RSS 2.0.11. */
    static List<String> rss(String xml) {
        var check = new FeedCheck();
        var rss = XmlText.root(xml);
        check.that(rss.tagName().equals("rss"), "no rss");
        check.that(rss.attr("version").equals("2.0"), "version");
        check.that(rss.childrenSize() == 1, "one channel");
        var channel = rss.child(0);
        check.only(channel, IN_CHANNEL);
        for (var needed : List.of("title", "link", "description")) {
            check.that(check.count(channel, needed) == 1, "channel needs one " + needed);
            check.that(!XmlText.of(channel, needed).isBlank(), "channel's empty " + needed);
        }
        check.that(isWhole(XmlText.of(channel, "link")), "channel's link");
        check.that(
                check.count(channel, "lastBuildDate") == 0
                        || isRfc822(XmlText.of(channel, "lastBuildDate")),
                "lastBuildDate");
        var identities = new HashSet<String>();
        for (var item : channel.children()) {
            if (item.tagName().equals("item")) {
                check.only(item, IN_ITEM);
                check.that(
                        check.count(item, "title") + check.count(item, "description") > 0,
                        "item says nothing");
                check.that(isWhole(XmlText.of(item, "link")), "item's link");
                check.that(isRfc822(XmlText.of(item, "pubDate")), "item's pubDate");
                check.that(identities.add(XmlText.of(item, "guid")), "guid twice");
                check.that(isWhole(XmlText.of(item, "guid")), "guid is no permalink");
            }
        }
        return check.findings;
    }

    private void identified(Element thing) {
        for (var needed : List.of("id", "title", "updated")) {
            that(count(thing, needed) == 1, thing.tagName() + " needs one " + needed);
        }
        that(isWhole(XmlText.of(thing, "id")), "4.2.6: id is no IRI");
        that(isMoment(XmlText.of(thing, "updated")), "3.3: no date: updated");
        that(!XmlText.of(thing, "title").isBlank(), "no title");
    }

    private void only(Element thing, Set<String> known) {
        thing.children()
                .forEach(it -> that(known.contains(it.tagName()), "unknown: " + it.tagName()));
    }

    private long count(Element thing, String name) {
        return thing.children().stream().filter(it -> it.tagName().equals(name)).count();
    }

    private void that(boolean right, String told) {
        if (!right) {
            findings.add(told);
        }
    }

    private static boolean isLink(Element it, String rel) {
        return it.tagName().equals("link") && it.attr("rel").equals(rel);
    }

    private static boolean isWhole(String address) {
        try {
            return URI.create(address).getHost() != null;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static boolean isMoment(String written) {
        return reads(DateTimeFormatter.ISO_OFFSET_DATE_TIME, written);
    }

    private static boolean isRfc822(String written) {
        return reads(DateTimeFormatter.RFC_1123_DATE_TIME, written);
    }

    private static boolean reads(DateTimeFormatter form, String written) {
        try {
            return form.parse(written, OffsetDateTime::from).getYear() > 0;
        } catch (DateTimeException unreadable) {
            return false;
        }
    }
}
