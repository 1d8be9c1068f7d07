package org.gongkai.opengov.portal;

import java.time.Instant;
import java.util.List;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.opengov.disclosures.PublicFilter;
import org.gongkai.opengov.disclosures.PublicListing;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Moments;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.settings.SiteAddress;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The newest of a column as an Atom feed (订阅, RFC 4287). */
@Controller
class Feeds {
    private static final int NEWEST = 50;
    private static final MediaType ATOM = MediaType.valueOf("application/atom+xml;charset=UTF-8");

    private final Columns columns;
    private final Organization organization;
    private final PublicRegister register;
    private final SiteAddress address;

    Feeds(
            Columns columns,
            Organization organization,
            PublicRegister register,
            SiteAddress address) {
        this.columns = columns;
        this.organization = organization;
        this.register = register;
        this.address = address;
    }

    @GetMapping("/c/{key}/feed.xml")
    ResponseEntity<String> feed(@PathVariable String key) {
        var column = columns.atAddress(key).orElseThrow(Refusal::notFound);
        var listings = register.page(PublicFilter.all().in(columns.branch(column.id())), 0, NEWEST);
        var agency = organization.agency(column.agency()).name();
        var page = address.absolute(column.path());
        var xml = new Xml().begin("feed", "http://www.w3.org/2005/Atom");
        xml.text("id", page)
                .text("title", column.name() + " - " + agency)
                .text("updated", updated(listings))
                .empty("link", "rel", "self", "href", page + "/feed.xml")
                .empty("link", "rel", "alternate", "href", page)
                .begin("author")
                .text("name", agency)
                .end();
        listings.forEach(it -> entry(xml, it, address.absolute(it.indexNumber().path())));
        return ResponseEntity.ok().contentType(ATOM).body(xml.end().written());
    }

    private static void entry(Xml xml, PublicListing listing, String address) {
        xml.begin("entry")
                .text("id", address)
                .text("title", listing.title())
                .text("published", Moments.written(listing.publishedAt()))
                .text("updated", Moments.written(listing.editedAt()))
                .empty("link", "rel", "alternate", "href", address)
                .text("summary", listing.summary())
                .end();
    }

    private static String updated(List<PublicListing> listings) {
        return Moments.written(
                listings.stream()
                        .map(PublicListing::editedAt)
                        .max(Instant::compareTo)
                        .orElse(Instant.EPOCH));
    }
}
