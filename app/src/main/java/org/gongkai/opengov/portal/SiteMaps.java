package org.gongkai.opengov.portal;

import java.util.stream.Stream;
import org.gongkai.opengov.columns.SiteColumn;
import org.gongkai.opengov.disclosures.PublicFilter;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.platform.pages.Moments;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.settings.SiteAddress;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The site map for search engines (网站地图), in parts, and what they may read. */
@Controller
class SiteMaps {
    private static final String SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    static final int PART = 10_000;
    private static final MediaType XML = MediaType.valueOf("application/xml;charset=UTF-8");

    private final PortalSite site;
    private final PublicRegister register;
    private final SiteAddress address;

    SiteMaps(PortalSite site, PublicRegister register, SiteAddress address) {
        this.site = site;
        this.register = register;
        this.address = address;
    }

    @GetMapping("/sitemap.xml")
    ResponseEntity<String> index() {
        var xml = new Xml().begin("sitemapindex", SPACE);
        var parts = (register.count(PublicFilter.all()) + PART - 1) / PART;
        for (var part = 0; part <= parts; part++) {
            xml.begin("sitemap").text("loc", address.absolute("/sitemap/" + part + ".xml")).end();
        }
        return answer(xml);
    }

    /** Part 0 holds the fixed pages and columns, the others the documents, newest first. */
    @GetMapping("/sitemap/{part}.xml")
    ResponseEntity<String> part(@PathVariable int part) {
        var xml = new Xml().begin("urlset", SPACE);
        if (part == 0) {
            Stream.concat(
                            Stream.of(
                                    "/", "/columns", "/register", "/normative-documents", "/plans"),
                            site.columns().stream().map(SiteColumn::path))
                    .forEach(it -> xml.begin("url").text("loc", address.absolute(it)).end());
            return answer(xml);
        }
        if (part < 0 || part > 1_000) {
            throw Refusal.notFound();
        }
        var listings = register.page(PublicFilter.all(), (part - 1) * PART, PART);
        if (listings.isEmpty()) {
            throw Refusal.notFound();
        }
        listings.forEach(
                it ->
                        xml.begin("url")
                                .text("loc", address.absolute(it.indexNumber().path()))
                                .text("lastmod", Moments.written(it.editedAt()))
                                .end());
        return answer(xml);
    }

    @GetMapping("/robots.txt")
    ResponseEntity<String> robots() {
        var text =
                """
                User-agent: *
                Disallow: /desk
                Disallow: /api/
                Disallow: /search
                Sitemap: %s
                """
                        .formatted(address.absolute("/sitemap.xml"));
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/plain;charset=UTF-8"))
                .body(text);
    }

    private static ResponseEntity<String> answer(Xml xml) {
        return ResponseEntity.ok().contentType(XML).body(xml.end().written());
    }
}
