package org.gongkai.opengov.portal;

import java.util.List;
import java.util.Map;
import org.gongkai.opengov.columns.ColumnId;
import org.gongkai.opengov.columns.ColumnTree;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.opengov.disclosures.PublicFilter;
import org.gongkai.opengov.disclosures.PublicListing;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pagecache.KeptPage;
import org.gongkai.platform.pages.PageHead;
import org.gongkai.platform.pages.PublicFrame;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.settings.SiteAddress;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The newest of a column and of the whole site as feeds (订阅): Atom (RFC 4287) and RSS 2.0. */
@Controller
class Feeds {
    static final String ATOM = "application/atom+xml";
    static final String RSS = "application/rss+xml";

    private static final int NEWEST = 50;

    private final PublicFrame frame;
    private final Columns columns;
    private final Organization organization;
    private final PublicRegister register;
    private final SiteAddress address;
    private final Wording wording;

    Feeds(
            PublicFrame frame,
            Columns columns,
            Organization organization,
            PublicRegister register,
            SiteAddress address,
            Wording wording) {
        this.frame = frame;
        this.columns = columns;
        this.organization = organization;
        this.register = register;
        this.address = address;
        this.wording = wording;
    }

    @KeptPage
    @GetMapping("/c/{key}/feed.xml")
    ResponseEntity<String> atomOfColumn(@PathVariable String key) {
        return atom(ofColumn(key));
    }

    @KeptPage
    @GetMapping("/c/{key}/rss.xml")
    ResponseEntity<String> rssOfColumn(@PathVariable String key) {
        return rss(ofColumn(key));
    }

    @KeptPage
    @GetMapping(PageHead.ATOM)
    ResponseEntity<String> atomOfSite() {
        return atom(ofSite());
    }

    @KeptPage
    @GetMapping(PageHead.RSS)
    ResponseEntity<String> rssOfSite() {
        return rss(ofSite());
    }

    static ResponseEntity<String> atom(Feed feed) {
        return answer(ATOM, feed.atom());
    }

    static ResponseEntity<String> rss(Feed feed) {
        return answer(RSS, feed.rss());
    }

    private Feed ofColumn(String key) {
        var column = columns.atAddress(key).orElseThrow(Refusal::notFound);
        var agency = organization.agency(column.agency()).name();
        var filter = PublicFilter.all().in(columns.branch(column.id()));
        return new Feed(
                address.absolute(column.path() + "/"),
                address.absolute(column.path()),
                column.name() + " - " + agency,
                column.description(),
                agency,
                entries(filter));
    }

    private Feed ofSite() {
        var name = frame.site().name();
        return new Feed(
                address.absolute("/"),
                address.absolute("/"),
                name,
                wording.say("layout.public.card", name),
                name,
                entries(PublicFilter.all()));
    }

    private List<Feed.Entry> entries(PublicFilter filter) {
        var listings = register.list(filter, null, NEWEST);
        var names = names(listings);
        return listings.stream().map(it -> entry(it, names)).toList();
    }

    private Feed.Entry entry(PublicListing listing, Map<ColumnId, String> names) {
        return new Feed.Entry(
                address.absolute(listing.indexNumber().path()),
                listing.title(),
                listing.summary(),
                names.getOrDefault(listing.column(), listing.kind().term()),
                listing.publishedAt(),
                listing.editedAt());
    }

    private Map<ColumnId, String> names(List<PublicListing> listings) {
        return listings.isEmpty()
                ? Map.of()
                : new ColumnTree(columns.tree(listings.getFirst().agency())).names();
    }

    private static ResponseEntity<String> answer(String type, String xml) {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf(type + ";charset=UTF-8"))
                .body(xml);
    }
}
