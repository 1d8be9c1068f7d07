package org.gongkai.opengov.sitechecks;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.opengov.disclosures.DocumentContent;
import org.gongkai.opengov.disclosures.PublicListing;
import org.jsoup.Jsoup;

/** What one page shows to an inspection (页面自查): links within the site, pictures, text, dates. */
record DocumentCheck(Predicate<String> leadsSomewhere, ZoneId zone) {
    /** No address that people follow is longer. */
    private static final int LONGEST = 2_000;

    /** What old systems write where they hold no date. */
    private static final LocalDate EMPTY_DATE = LocalDate.of(1970, 1, 1);

    /** The addresses of other sites that readers of the page are offered. */
    Set<String> outward(DocumentContent content) {
        var source = content.source();
        return Stream.concat(
                        Jsoup.parseBodyFragment(content.bodyHtml()).select("a[href]").stream()
                                .map(it -> it.attr("href")),
                        Stream.ofNullable(source == null ? null : source.url()))
                .filter(it -> it.matches("(?is)https?://.*"))
                .map(it -> it.split("#", 2)[0].strip())
                .filter(it -> it.length() <= LONGEST)
                .collect(Collectors.toSet());
    }

    List<Fault> of(PublicListing listing, DocumentContent content) {
        var faults = new ArrayList<Fault>();
        var body = Jsoup.parseBodyFragment(content.bodyHtml()).body();
        body.select("a[href]").stream()
                .map(it -> it.attr("href"))
                .filter(it -> it.startsWith("/"))
                .filter(it -> !leadsSomewhere.test(it.split("[?#]", 2)[0]))
                .distinct()
                .forEach(it -> faults.add(fault(CheckItem.DEAD_LINK, listing, it)));
        body.select("img").stream()
                .filter(it -> it.attr("alt").isBlank())
                .forEach(
                        it -> faults.add(fault(CheckItem.NO_ALTERNATIVE, listing, it.attr("src"))));
        boolean says = !body.text().isBlank() || !body.select("img").isEmpty();
        if (!says && content.attachments().isEmpty()) {
            faults.add(fault(CheckItem.NO_TEXT, listing, ""));
        }
        var formed = listing.formedOn();
        var published = LocalDate.ofInstant(listing.publishedAt(), zone);
        if (formed != null && (formed.isAfter(published) || formed.equals(EMPTY_DATE))) {
            faults.add(fault(CheckItem.DOUBTFUL_DATE, listing, formed + " / " + published));
        }
        return faults;
    }

    static Fault fault(CheckItem item, PublicListing listing, String detail) {
        return new Fault(
                item, listing.section(), listing.indexNumber().path(), listing.title(), detail);
    }
}
