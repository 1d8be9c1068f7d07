package org.gongkai.sitecheck;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jsoup.nodes.Element;

/** Whether a site map is one (网站地图检查): sitemaps.org protocol 0.9, and what engines ask of news. */
final class SiteMapCheck {
    private static final String SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final int MOST = 50_000;
    private static final int MOST_NEWS = 1_000;
    private static final int LARGEST = 50 * 1024 * 1024;
    private static final int LONGEST = 2_048;

    private SiteMapCheck() {}

    /** What is wrong with a map or an index of the site that begins so. */
    static List<String> findings(String xml, String base) {
        var findings = new ArrayList<String>();
        var root = XmlText.root(xml);
        var index = root.tagName().equals("sitemapindex");
        if (!index && !root.tagName().equals("urlset") || !root.attr("xmlns").equals(SPACE)) {
            findings.add("neither a map nor an index");
        }
        if (root.childrenSize() > MOST || xml.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            findings.add("too large");
        }
        var seen = new HashSet<String>();
        var news = 0;
        for (var it : root.children()) {
            if (!it.tagName().equals(index ? "sitemap" : "url")) {
                findings.add("unknown: " + it.tagName());
            }
            var address = XmlText.of(it, "loc");
            if (!address.startsWith(base + "/") || address.length() >= LONGEST) {
                findings.add("not of this site: " + address);
            }
            if (!seen.add(address)) {
                findings.add("twice: " + address);
            }
            it.children().forEach(part -> part(part, findings));
            news += it.getElementsByTag("news:news").size();
        }
        if (news > MOST_NEWS) {
            findings.add("too much news");
        }
        return findings;
    }

    private static void part(Element part, List<String> findings) {
        switch (part.tagName()) {
            case "loc", "changefreq", "priority" -> {}
            case "lastmod" -> moment(part.text(), findings);
            case "news:news" -> {
                moment(XmlText.of(part, "news:publication_date"), findings);
                if (XmlText.of(part, "news:title").isBlank()
                        || !part.getElementsByTag("news:language").text().equals("zh-cn")
                        || part.getElementsByTag("news:name").text().isBlank()) {
                    findings.add("news without title, language or name");
                }
            }
            default -> findings.add("unknown: " + part.tagName());
        }
    }

    private static void moment(String written, List<String> findings) {
        try {
            OffsetDateTime.parse(written);
        } catch (DateTimeException unreadable) {
            findings.add("no date: " + written);
        }
    }
}
