package org.gongkai.opengov.portal;

import java.time.Duration;
import java.util.List;
import org.gongkai.opengov.disclosures.PublicFilter;
import org.gongkai.opengov.disclosures.PublicPeriods;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.platform.pagecache.KeptPage;
import org.gongkai.platform.pages.Moments;
import org.gongkai.platform.pages.PublicAddresses;
import org.gongkai.platform.pages.PublicFrame;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.settings.SiteAddress;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The site map for search engines (网站地图, sitemaps.org protocol 0.9), the map of news, and what
 * engines may read.
 */
@Controller
class SiteMaps {
    private static final String SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String NEWS_SPACE = "http://www.google.com/schemas/sitemap-news/0.9";
    private static final int LONGEST = 50_000;

    /** What engines take as news: of two days, a thousand at most. */
    private static final int NEWS = 1_000;

    private static final Duration NEW = Duration.ofDays(2);
    private static final MediaType XML = MediaType.valueOf("application/xml;charset=UTF-8");

    private final PublicFrame frame;
    private final SiteMapParts parts;
    private final PublicPeriods periods;
    private final PublicRegister register;
    private final List<PublicAddresses> modules;
    private final SiteAddress address;

    SiteMaps(
            PublicFrame frame,
            SiteMapParts parts,
            PublicPeriods periods,
            PublicRegister register,
            List<PublicAddresses> modules,
            SiteAddress address) {
        this.frame = frame;
        this.parts = parts;
        this.periods = periods;
        this.register = register;
        this.modules = modules;
        this.address = address;
    }

    @KeptPage
    @GetMapping("/sitemap.xml")
    ResponseEntity<String> index() {
        var xml = new Xml().begin("sitemapindex", SPACE);
        part(xml, "pages").end();
        part(xml, "news").end();
        for (var it : parts.all()) {
            part(xml, it.name());
            periods.latest(it.begins(), it.ends())
                    .ifPresent(latest -> xml.text("lastmod", Moments.written(latest)));
            xml.end();
        }
        return answer(xml);
    }

    /** Pages that are there whatever is published, and columns. */
    @KeptPage
    @GetMapping("/sitemap/pages.xml")
    ResponseEntity<String> pages() {
        var xml = new Xml().begin("urlset", SPACE);
        modules.stream()
                .flatMap(PublicAddresses::fixed)
                .forEach(it -> xml.begin("url").text("loc", address.absolute(it)).end());
        return answer(xml);
    }

    /**
     * The newest and what came within two days before it. The hour of the request plays no part: it
     * changes when something is published.
     */
    @KeptPage
    @GetMapping("/sitemap/news.xml")
    ResponseEntity<String> news() {
        var newest = register.list(PublicFilter.all(), null, NEWS);
        var xml = new Xml().begin("urlset", SPACE).attribute("xmlns:news", NEWS_SPACE);
        newest.stream()
                .takeWhile(
                        it -> it.publishedAt().isAfter(newest.getFirst().publishedAt().minus(NEW)))
                .forEach(
                        it ->
                                xml.begin("url")
                                        .text("loc", address.absolute(it.indexNumber().path()))
                                        .begin("news:news")
                                        .begin("news:publication")
                                        .text("news:name", frame.site().name())
                                        .text("news:language", "zh-cn")
                                        .end()
                                        .text(
                                                "news:publication_date",
                                                Moments.written(it.publishedAt()))
                                        .text("news:title", it.title())
                                        .end()
                                        .end());
        return answer(xml);
    }

    /** The documents of a year, a month or a day. */
    @KeptPage
    @GetMapping("/sitemap/{period:[0-9-]+}.xml")
    ResponseEntity<String> documents(@PathVariable String period) {
        var asked = SitePeriod.named(period).orElseThrow(Refusal::notFound);
        var lines = periods.documents(asked.begins(), asked.ends(), LONGEST);
        if (lines.isEmpty()) {
            throw Refusal.notFound();
        }
        var xml = new Xml().begin("urlset", SPACE);
        lines.forEach(
                it ->
                        xml.begin("url")
                                .text("loc", address.absolute(it.number().path()))
                                .text("lastmod", Moments.written(it.editedAt()))
                                .end());
        return answer(xml);
    }

    @KeptPage
    @GetMapping("/robots.txt")
    ResponseEntity<String> robots() {
        var text =
                """
                User-agent: *
                Disallow: /desk
                Disallow: /api/
                Disallow: /search
                Disallow: /oai
                Sitemap: %s
                Sitemap: %s
                """
                        .formatted(
                                address.absolute("/sitemap.xml"),
                                address.absolute("/sitemap/news.xml"));
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/plain;charset=UTF-8"))
                .body(text);
    }

    private Xml part(Xml xml, String name) {
        return xml.begin("sitemap").text("loc", address.absolute("/sitemap/" + name + ".xml"));
    }

    private static ResponseEntity<String> answer(Xml xml) {
        return ResponseEntity.ok().contentType(XML).body(xml.end().written());
    }
}
