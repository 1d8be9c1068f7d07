package org.gongkai.opengov.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.PublicListing;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.search.Reading;
import org.gongkai.platform.search.Search;
import org.gongkai.platform.search.SearchOrder;
import org.gongkai.platform.settings.SiteAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * A search kept as a feed (检索订阅): the newest that it finds, with its filters; never filled up with
 * what has only some of its words.
 */
@Controller
class SearchFeed {
    private static final int NEWEST = 50;
    private static final String PATH = "/search/";

    private final Search search;
    private final PublicRegister register;
    private final PortalSite site;
    private final SiteAddress address;
    private final Wording wording;
    private final Clock clock;

    SearchFeed(
            Search search,
            PublicRegister register,
            PortalSite site,
            SiteAddress address,
            Wording wording,
            Clock clock) {
        this.search = search;
        this.register = register;
        this.site = site;
        this.address = address;
        this.wording = wording;
        this.clock = clock;
    }

    @GetMapping("/search/feed.xml")
    ResponseEntity<String> atom(SearchAsked asked) {
        return Feeds.atom(feed(asked));
    }

    @GetMapping("/search/rss.xml")
    ResponseEntity<String> rss(SearchAsked asked) {
        return Feeds.rss(feed(asked));
    }

    /** Where the feed of a search is; its order is always by date. */
    static String address(Map<String, @Nullable Object> asked) {
        var kept = new LinkedHashMap<String, @Nullable Object>(asked);
        kept.remove("order");
        return Addresses.with(PATH + "feed.xml", kept);
    }

    private Feed feed(SearchAsked asked) {
        var kept = new LinkedHashMap<String, @Nullable Object>(asked.parameters());
        kept.remove("order");
        var name = site.site().name();
        return new Feed(
                address.absolute(PATH),
                Addresses.with("", kept),
                address.absolute(Addresses.with("/search", kept)),
                asked.text().isEmpty()
                        ? wording.say("portal.page-title", wording.say("portal.search"), name)
                        : wording.say("portal.search.page-title", asked.text(), name),
                wording.say("portal.search.feed.about"),
                name,
                entries(asked));
    }

    private List<Feed.Entry> entries(SearchAsked asked) {
        var query = asked.query(LocalDate.now(clock)).orderedBy(SearchOrder.DATE).page(0, NEWEST);
        var results = search.search(query);
        if (results.reading() == Reading.MOST_WORDS || results.reading() == Reading.SOME_WORDS) {
            return List.of();
        }
        var ids =
                results.hits().stream()
                        .map(it -> new DocumentId(UUID.fromString(it.id())))
                        .toList();
        var listings = register.findAll(ids);
        return ids.stream().map(listings::get).filter(Objects::nonNull).map(this::entry).toList();
    }

    private Feed.Entry entry(PublicListing listing) {
        return new Feed.Entry(
                address.absolute(listing.indexNumber().path()),
                listing.title(),
                listing.summary(),
                listing.kind().term(),
                listing.publishedAt(),
                listing.editedAt());
    }
}
